import {
  type Check,
  createChecker,
  createTermFinder,
  imagingHeldIn,
  isSeated,
  loadGlossary,
  type OpinionContext,
} from "@consilium/clinical";
import { dayIn } from "@consilium/foundation";
import {
  type CheckSentences,
  createCheckSentences,
  createSentences,
  type Sentences,
} from "@consilium/language";
import { uncovered } from "@consilium/report";
import { discussedItems, opinionContent, type Thread } from "@consilium/workspace";
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
export async function checkOpinion(
  content: Y.Doc,
  rows: CaseRows,
  threads: readonly Thread[],
  now: Date,
): Promise<{ readonly open: readonly OpenPoint[]; readonly met: number }> {
  const { zone } = rows.organisation.details;
  const say = createSentences("en", zone);
  const glossary = await loadGlossary(rows.details.language);
  const context: OpinionContext = {
    questions: rows.questions.map(({ id, rank, text, withdrawnAt }) => ({
      id,
      rank,
      text,
      withdrawn: withdrawnAt !== null,
    })),
    missingRecords: rows.needed.map((item) => neededName(item, say)),
    imaging: imagingHeldIn(rows.records.map(({ record }) => record)),
    today: dayIn(zone, now),
    born: rows.details.patient.born,
    language: rows.details.language,
    findTerms: glossary && createTermFinder(glossary),
    uncovered,
    seats: new Map(rows.seats.map((seat) => [seat.id, { name: seat.name, hasEnded: !isSeated(seat, now) }])),
    discussed: discussedItems(threads, (seat) => isTreating(rows, seat)),
  };
  const checks = createChecker()(opinionContent(content), context);
  const open = checks.filter(({ state }) => state === "open");
  const sayCheck = createCheckSentences("en", zone);
  return { open: open.map((check) => pointOf(check, sayCheck)), met: checks.length - open.length };
}

export const neededName = (item: CaseRows["needed"][number], say: Sentences): string =>
  (item.state === "asked" ? item.request?.what : undefined) ??
  item.what ??
  (item.type ? say(`inventory.types.${item.type}`) : "");

function pointOf({ rule, level, target, number = 0, name = "" }: Check, say: CheckSentences): OpenPoint {
  const { section, item, words } = target;
  const key = [rule, section, item ?? "", words ?? "", name, String(number)].join("/");
  return { rule, level, target, key, sentence: say(`rule.${rule}`, { number: String(number), name }) };
}
