import { type Check, createChecker, type OpinionContext } from "@consilium/clinical";
import { createSentences, type Sentences } from "@consilium/language";
import { opinionContent, type Thread } from "@consilium/workspace";
import type * as Y from "yjs";
import type { CaseRows } from "./read-case-rows.ts";

/** A point that is open before an opinion can be signed, with the sentence that whoever signs reads. */
export interface OpenPoint extends Pick<Check, "rule" | "level" | "target"> {
  /** Of this point in this text: what a reason is given for. */
  readonly key: string;
  readonly sentence: string;
}

/** Threads of findings in which somebody who treats the patient has written. */
export const isTreating = (rows: Pick<CaseRows, "seats">, seatId: string): boolean => {
  const role = rows.seats.find(({ id }) => id === seatId)?.role;
  return role === "referrer" || role === "care-team";
};

/** The completeness rules, run by the server over what is about to be signed: the page's word is not enough. */
export function checkOpinion(
  content: Y.Doc,
  rows: CaseRows,
  threads: readonly Thread[],
  now: Date,
): { readonly open: readonly OpenPoint[]; readonly met: number } {
  const say = createSentences("en", rows.organisation.details.zone);
  const context: OpinionContext = {
    questions: rows.questions.map(({ id, rank, withdrawnAt }) => ({
      id,
      rank,
      withdrawn: withdrawnAt !== null,
    })),
    missingRecords: rows.needed.map((item) => neededName(item, say)),
    year: now.getFullYear(),
    language: rows.details.language,
    discussed: discussedItems(rows, threads),
  };
  const checks = createChecker()(opinionContent(content), context);
  const open = checks.filter(({ state }) => state === "open");
  return { open: open.map((check) => pointOf(check, say)), met: checks.length - open.length };
}

export const neededName = (item: CaseRows["needed"][number], say: Sentences): string =>
  (item.state === "asked" ? item.request?.what : undefined) ??
  item.what ??
  (item.type ? say(`inventory.types.${item.type}`) : "");

function pointOf({ rule, level, target, number = 0, name = "" }: Check, say: Sentences): OpenPoint {
  const key = [rule, target.section, target.item ?? "", name, String(number)].join("/");
  return {
    rule,
    level,
    target,
    key,
    sentence: say(`opinion.check.${rule}`, { number: String(number), name }),
  };
}

function discussedItems(rows: CaseRows, threads: readonly Thread[]): ReadonlySet<string> {
  const found = threads.flatMap(({ anchor, by, replies }) => {
    if (anchor?.kind !== "text" || !("item" in anchor.where)) return [];
    const speaks = [by, ...replies.map((reply) => reply.by)].some((seat) => isTreating(rows, seat));
    return speaks ? [anchor.where.item] : [];
  });
  return new Set(found);
}
