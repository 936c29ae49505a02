import {
  type CaseFacts,
  documentAccess,
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
import { type Rights, rightsOfSeat, type Sight, type Visitor } from "@consilium/workspace-server";
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
      return rightsOfSeat(parsed, found.seat, found.facts, now());
    },
    sightOf: async (visitor, target) => {
      const found = await findVisit(database, visitor);
      if (!found) return "nobody";
      const parsed = parseDocumentName(target);
      if (parsed) return sightIf(documentAccess(parsed, found.seat, found.facts, now()).read === "live");
      const access = recordsAccess(found.seat, found.facts, now());
      if (!access.read) return access.presented === target ? "presenter" : "nobody";
      if (target === "records" || !access.withoutRevealing) return "everybody";
      return sightIf((await recordReveals(database, visitor.caseId, target)) === false);
    },
    resolveName: async (caseId, name) =>
      name === "opinion" ? leadOpinionName(database, caseId) : Promise.resolve(name),
  };
}

const sightIf = (mayRead: boolean): Sight => (mayRead ? "everybody" : "nobody");

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
