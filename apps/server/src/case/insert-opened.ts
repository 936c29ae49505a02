import {
  type CaseDetails,
  type CaseKey,
  coordinatorsOf,
  countDraftsOpenedBy,
  createDocument,
  type Database,
  documentId,
  insertCase,
  insertClock,
  insertLifecycleEvent,
  insertSeat,
  lockOrganisation,
  nextCaseNumber,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { OpeningRole } from "../record/choose-opening.ts";
import type { Services } from "../services.ts";

/** Whoever has as many cases that they opened and did not submit opens no further one; those who coordinate may. */
export const mostDrafts = 10;

/** A case as it is opened: in which programme, by whom, in which seat, with what is known of it. */
export interface Opening {
  readonly transaction: Database;
  readonly key: CaseKey & { readonly wrapped: Buffer };
  readonly id: string;
  readonly seatId: string;
  readonly at: Date;
  readonly organisationId: string;
  readonly personId: string;
  readonly role: OpeningRole;
  readonly specialty: string;
  readonly details: CaseDetails;
}

export type OpeningRefusal = "too-many-drafts" | "no-coordinator";

/**
 * The case, its first person, those who coordinate the programme (so that somebody finds it), its clocks, which have not begun,
 * and an opinion without a word. The same for a case that begins empty and for one that comes from a file. Gives the seats that
 * were given to coordinators; a refusal has written nothing.
 */
export async function insertOpened(
  services: Services,
  opening: Opening,
): Promise<Result<readonly string[], OpeningRefusal>> {
  const { transaction, organisationId, id, at, key, personId, specialty, details } = opening;
  const organisation = await lockOrganisation(transaction, organisationId);
  const coordinators = await coordinatorsOf(transaction, organisationId, at);
  if (coordinators.length === 0) return refuse("no-coordinator");
  // Counted under the programme's lock: of two openings at once one comes after the other.
  const drafts = opening.role === "coordinator" ? 0 : await countDraftsOpenedBy(transaction, personId);
  if (drafts >= mostDrafts) return refuse("too-many-drafts");
  const number = await nextCaseNumber(transaction, organisationId);
  const row = { id, organisationId, number, specialty, openedBy: personId, createdAt: at };
  await insertCase(transaction, row, details, key);
  const seats = await seatPeople(services, opening, coordinators);
  await beginCourse(services, opening, organisation.details.zone);
  const opinion = documentId(id, `opinion.${services.createId()}`);
  await createDocument(transaction, { document: opinion, lead: true });
  return ok(seats);
}

/** Whoever opens a case is its first person. A coordinator who opens it for themselves sits there twice only where nobody else coordinates. */
async function seatPeople(
  services: Services,
  { transaction, key, id, organisationId, seatId, at, personId, role }: Opening,
  coordinators: readonly string[],
): Promise<readonly string[]> {
  const of = { organisationId, caseId: id, mode: null, scopes: [], from: at, to: null, revealedAt: null };
  const opener = { ...of, id: seatId, personId, role, colour: 0, basis: null, givenBy: null };
  await insertSeat(transaction, key, opener);
  if (role === "coordinator") return [];
  const others = coordinators.filter((coordinator) => coordinator !== personId);
  const given: string[] = [];
  for (const [place, coordinator] of (others.length > 0 ? others : coordinators).entries()) {
    const seat = { ...opener, id: services.createId(), personId: coordinator, role: "coordinator" as const };
    const colour = coordinator === personId ? 0 : place + 1;
    await insertSeat(transaction, key, { ...seat, colour, givenBy: personId });
    given.push(seat.id);
  }
  return given;
}

async function beginCourse(services: Services, opening: Opening, zone: string): Promise<void> {
  const { transaction, key, id, organisationId, seatId, at } = opening;
  const of = { organisationId, caseId: id };
  const event = { id: services.createId(), from: "draft", to: "draft", seatId, at, reason: null } as const;
  await insertLifecycleEvent(transaction, key, { ...of, ...event });
  for (const kind of ["records", "opinion"] as const) {
    const clock = { ...of, id: services.createId(), kind, zone };
    await insertClock(transaction, { ...clock, startedAt: null, dueAt: null, doneAt: null });
  }
}
