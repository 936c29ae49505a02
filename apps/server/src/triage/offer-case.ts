import { type OfferMode, offerState } from "@consilium/clinical";
import { colleaguesOf, type Database, insertOffer, offersOfCases, seatsOfCases } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { isSeatedAs } from "../case/give-seat.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { placeBesidePatient } from "./place-beside-patient.ts";

export interface NewOffer {
  readonly personId: string;
  readonly mode: OfferMode;
  readonly due: Date;
  readonly note: string | null;
}

/** Most offers of one case that wait for an answer. */
const mostOpen = 20;
/** An offer waits at most so long, in milliseconds. */
const longest = 60 * 86_400_000;

/** A case is offered to a clinician of the programme, to write its opinion or to read it blind. They get no right by it. */
export const offerCase = (
  services: Services,
  commander: Commander,
  made: NewOffer,
): Promise<Result<{ offer: string }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "offer a case, withdraw an offer", changesRights: false },
    (scope) => offer(services, scope, made),
  );

async function offer(
  services: Services,
  { transaction, key, row, seat, at, notify }: Scope,
  { personId, mode, due, note }: NewOffer,
): Promise<Result<Done<{ offer: string }>, RefusalReason>> {
  if (due <= at || due.getTime() - at.getTime() > longest) return refuse("malformed-request");
  const colleagues = await colleaguesOf(transaction, row.organisationId, at);
  if (!colleagues.some(({ id }) => id === personId)) return refuse("not-a-clinician");
  const seats = await seatsOfCases(transaction, [row.id]);
  if (isSeatedAs("specialist", personId, seats, at)) return refuse("already-so");
  if (placeBesidePatient(personId, seats, at) !== null) return refuse("beside-patient");
  const open = await openOffers(transaction, row.id, at);
  if (open.some((one) => one.personId === personId)) return refuse("already-so");
  if (open.length >= mostOpen) return refuse("too-many");
  const id = services.createId();
  await insertOffer(transaction, key, {
    id,
    organisationId: row.organisationId,
    caseId: row.id,
    personId,
    mode,
    state: "offered",
    seatId: seat.id,
    at,
    dueAt: due,
    answeredAt: null,
    givenSeatId: null,
    words: { note, reason: null, conflicts: null, licence: null, country: null },
  });
  await notify({ kind: "case-offered", subject: id, persons: [personId] });
  const body = { person: personId, mode, due: due.toISOString() };
  return ok({ value: { offer: id }, act: "offer.made", subject: id, body });
}

/** Those that wait for an answer. */
async function openOffers(transaction: Database, caseId: string, at: Date) {
  const offers = (await offersOfCases(transaction, [caseId])).map((found) => found.offer);
  return offers.filter((found) => offerState(found, at) === "offered");
}
