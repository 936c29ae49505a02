import { mayCommand } from "@consilium/clinical";
import { documentId } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { opinionContent } from "@consilium/workspace";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { readContent } from "../document/read-content.ts";
import { opinionObject } from "../opinion/opinion-object.ts";
import type { Services } from "../services.ts";
import { readThreads } from "../thread/read-threads.ts";
import { checkOpinion } from "./open-points.ts";
import { readCaseRows } from "./read-case-rows.ts";

/** How far a draft is: numbers, and none of its words. */
export interface Progress {
  /** Sections that hold anything, of all that an opinion has. */
  readonly begun: number;
  readonly sections: number;
  /** Points that stop a signature. */
  readonly must: number;
}

/** Which items stand in which section. */
const itemsIn: Readonly<Record<string, readonly string[]>> = {
  findings: ["finding"],
  assessment: ["differential"],
  answers: ["answer"],
  options: ["option"],
  recommendations: ["recommendation", "citation"],
  redflags: ["red-flag"],
};

/** Of the opinion that this seat signs: by the same rules that stand before its signature. */
export async function describeProgress(
  services: Services,
  visit: Visit,
): Promise<Result<Progress, RefusalReason>> {
  const { row, key, seat, facts } = visit;
  const own = facts.opinions.find(
    ({ id, state }) =>
      state === "draft" &&
      mayCommand("sign, correct, retract", seat, facts, services.now(), opinionObject(id)(facts)),
  );
  if (!own) return refuse("no-right");
  const name = `opinion.${own.id}` as const;
  const content = await readContent(services, documentId(row.id, name));
  const rows = await readCaseRows(services.open.database, key, row);
  const reader = { seatId: seat.id, audiences: ["everyone", "clinicians"] as const, ownOnly: false };
  const threads = await readThreads(services, visit, name, reader);
  const { open } = await checkOpinion(content, rows, threads, services.now());
  const { sections, items } = opinionContent(content);
  const begun = Object.entries(sections).filter(
    ([section, text]) =>
      text.trim() !== "" || items.some(({ kind }) => itemsIn[section]?.includes(kind) === true),
  );
  return ok({
    begun: begun.length,
    sections: Object.keys(sections).length,
    must: open.filter(({ level }) => level === "must").length,
  });
}
