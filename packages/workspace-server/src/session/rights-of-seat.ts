import {
  type CaseFacts,
  documentAccess,
  type DocumentName,
  isOver,
  isSeated,
  type Seat,
} from "@consilium/clinical";
import type { DocumentRights } from "./rights.ts";

/** The table of docs/rights.md as the sync server asks it: of one seat, of one document, on those facts. */
export function rightsOfSeat(name: DocumentName, seat: Seat, facts: CaseFacts, now: Date): DocumentRights {
  if (!isSeated(seat, now)) return { mayRead: false, reason: "seat-ended" };
  const { read, write } = documentAccess(name, seat, facts, now);
  const until = seat.to ? { until: seat.to } : {};
  // Whoever was given a version writes their comments on it, and reads nothing of the living document.
  if (read !== "live" && !write) return { mayRead: false, reason: "no-right" };
  if (write) return { mayRead: true, mayWrite: true, couldWriteBefore: true, ...until };
  const couldWriteBefore = documentAccess(name, seat, unsigned(facts), now).write;
  const reason = couldWriteBefore ? "signed" : isOver(facts) ? "case-closed" : "no-right";
  return { mayRead: true, mayWrite: false, couldWriteBefore, reason, ...until };
}

/** The case as it was before anything was signed: who could write then may have work that they have not sent yet (SY-22). */
const unsigned = (facts: CaseFacts): CaseFacts => ({
  ...facts,
  opinions: facts.opinions.map((opinion) =>
    opinion.state === "signed" || opinion.state === "locked"
      ? { ...opinion, state: "draft" as const }
      : opinion,
  ),
  addenda: facts.addenda.map((addendum) => ({ ...addendum, signed: false })),
});
