import {
  caseDetailsOf,
  findSeat,
  insertSeat,
  licenceOf,
  type Licence,
  nextColour,
  readCaseFacts,
  recordAct,
  seatsOfCases,
  settleOffer,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { beginReading } from "../case/begin-reading.ts";
import { isSeatedAs } from "../case/give-seat.ts";
import { recordStep } from "../case/step-case.ts";
import { mailIn, type Scope } from "../command/run-command.ts";
import { notify } from "../notify/notify.ts";
import type { Services } from "../services.ts";
import { type OpenOffer, type Settled, whoAnswers } from "./open-offer.ts";
import { placeBesidePatient } from "./place-beside-patient.ts";

/**
 * Accepting gives the seat that was offered. Who will write it takes a case whose records are complete into review; who reads
 * blind begins a reading. What they say of their interests, their licence and where the patient is are kept with the offer.
 */
export async function acceptOffer(
  services: Services,
  open: OpenOffer,
  conflicts: string,
): Promise<Result<Settled, RefusalReason>> {
  const { transaction, row, offer } = open;
  if (!conflicts.trim()) return refuse("conflicts-needed");
  const licence = await licenceOf(transaction, offer.personId);
  if (!licence) return refuse("no-licence");
  const seatId = await takeSeat(services, open);
  if (!seatId.ok) return seatId;
  const scope = await scopeOf(services, open, seatId.value);
  const documents = offer.mode === "blind" ? [await beginReading(services, scope, seatId.value)] : [];
  const begins = offer.mode === "author" && row.state === "ready-for-review";
  if (begins) await recordStep(services, scope, { to: "in-review", reason: null });
  await keepAnswer(open, seatId.value, conflicts.trim(), licence);
  await recordAct(transaction, {
    ...whoAnswers(open),
    seatId: seatId.value,
    act: "offer.accepted",
    subject: offer.id,
    body: { seat: seatId.value, mode: offer.mode, begins },
  });
  return ok({ caseId: row.id, state: "accepted", documents });
}

async function takeSeat(services: Services, open: OpenOffer): Promise<Result<string, RefusalReason>> {
  const { transaction, row, key, offer, at } = open;
  const seats = await seatsOfCases(transaction, [row.id]);
  if (isSeatedAs("specialist", offer.personId, seats, at)) return refuse("already-so");
  if (placeBesidePatient(offer.personId, seats, at) !== null) return refuse("beside-patient");
  const id = services.createId();
  await insertSeat(transaction, key, {
    id,
    organisationId: row.organisationId,
    caseId: row.id,
    personId: offer.personId,
    role: "specialist",
    mode: offer.mode,
    scopes: [],
    from: at,
    to: null,
    revealedAt: null,
    colour: nextColour(seats, offer.personId),
    basis: null,
    givenBy: seats.find((seat) => seat.id === offer.seatId)?.personId ?? null,
  });
  return ok(id);
}

/** As a command has it, from the seat that was just given. */
async function scopeOf(
  { createId }: Services,
  { transaction, row, key, at }: OpenOffer,
  seatId: string,
): Promise<Scope> {
  const seat = await findSeat(transaction, seatId);
  if (!seat) throw new Error("The seat was just given");
  const facts = await readCaseFacts(transaction, row);
  const options = { createId, at, butNot: seat.personId };
  // Mails that come of it are written with the next look at what is due.
  const tell: Scope["notify"] = async (telling) => void (await notify(transaction, row, telling, options));
  const sendMail = mailIn(transaction, { createId }, at);
  return { transaction, row, key, at, seat, facts, notify: tell, sendMail };
}

const keepAnswer = (
  { transaction, key, row, offer, at }: OpenOffer,
  seatId: string,
  conflicts: string,
  licence: Licence,
): Promise<void> =>
  settleOffer(transaction, key, offer, {
    state: "accepted",
    answeredAt: at,
    givenSeatId: seatId,
    words: { conflicts, licence, country: caseDetailsOf(key, row).country },
  });
