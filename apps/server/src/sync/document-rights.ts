import {
  type CaseFacts,
  documentAccess,
  type DocumentName,
  isOver,
  isSeated,
  parseDocumentName,
  recordsAccess,
  type Seat,
} from "@consilium/clinical";
import {
  type CaseRow,
  type Database,
  findCase,
  findSeat,
  leadOpinionName,
  readCaseFacts,
  recordReveals,
} from "@consilium/database";
import type { DocumentRights, Rights, Visitor } from "@consilium/workspace-server";
import type { Services } from "../services.ts";

/** What the sync server asks of the rights: the table of docs/rights.md, on facts read at that moment. */
export function createDocumentRights({ open, now }: Pick<Services, "open" | "now">): Rights {
  const { database } = open;
  return {
    onDocument: async (visitor, name) => {
      const parsed = parseDocumentName(name);
      if (!parsed) return { mayRead: false, reason: "unknown-document" };
      const found = await findVisit(database, visitor);
      if (!found) return { mayRead: false, reason: "unknown-case" };
      return judge(parsed, found, now());
    },
    mayReadTarget: async (visitor, target) => {
      const found = await findVisit(database, visitor);
      if (!found) return false;
      const parsed = parseDocumentName(target);
      if (parsed) return documentAccess(parsed, found.seat, found.facts, now()).read === "live";
      const access = recordsAccess(found.seat, found.facts, now());
      if (!access.read || target === "records" || !access.withoutRevealing) return access.read;
      return (await recordReveals(database, visitor.caseId, target)) === false;
    },
    resolveName: async (caseId, name) =>
      name === "opinion" ? leadOpinionName(database, caseId) : Promise.resolve(name),
  };
}

interface Found {
  readonly row: CaseRow;
  readonly seat: Seat;
  readonly facts: CaseFacts;
}

async function findVisit(
  database: Database,
  { seat: seatId, caseId, person }: Visitor,
): Promise<Found | undefined> {
  const [seat, row] = await Promise.all([findSeat(database, seatId), findCase(database, caseId)]);
  if (!row?.wrappedKey || seat?.caseId !== caseId || seat.personId !== person) return undefined;
  return { row, seat, facts: await readCaseFacts(database, row) };
}

function judge(name: DocumentName, { seat, facts }: Found, now: Date): DocumentRights {
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
    opinion.state === "signed" ? { ...opinion, state: "draft" as const } : opinion,
  ),
  addenda: facts.addenda.map((addendum) => ({ ...addendum, signed: false })),
});
