import { effectiveState, isBeforeSigning, isBeforeSubmission, offerState } from "@consilium/clinical";
import {
  type CaseKey,
  type Database,
  findOffer,
  lockCase,
  offerOf,
  raiseAuthority,
  readCaseFacts,
  recordAct,
  settleOffer,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";
import { acceptOffer } from "./accept-offer.ts";
import { type OpenOffer, type Settled, whoAnswers } from "./open-offer.ts";

export type OfferAnswer =
  | { readonly answer: "accept"; readonly conflicts: string }
  | { readonly answer: "decline"; readonly reason: string };

/**
 * Whom an offer asks answers it, without a seat: a command of the person, in one transaction with its audit as the others are.
 * A refusal leaves nothing behind.
 */
export async function answerOffer(
  services: Services,
  personId: string,
  offerId: string,
  answer: OfferAnswer,
): Promise<Result<Omit<Settled, "documents">, RefusalReason>> {
  const { database } = services.open;
  const asked = await findOffer(database, offerId);
  if (asked?.personId !== personId) return refuse("no-such-offer");
  const key = await services.keys.of(asked.caseId);
  const done = await database
    .transaction(async (transaction) => {
      const open = await openOffer(services, transaction, key, offerId);
      const answered = open.ok ? await settle(services, open.value, answer) : open;
      if (!answered.ok) throw new NotAnswered(answered.reason);
      return answered.value;
    })
    .catch((error: unknown) => {
      if (error instanceof NotAnswered) return error.reason;
      throw error;
    });
  if (typeof done === "string") return refuse(done);
  const { documents, ...value } = done;
  const rights = value.state === "accepted";
  await services.changed({ caseId: value.caseId, rights, ...(documents.length > 0 && { documents }) });
  return ok(value);
}

/** Rolls the transaction back; it never leaves this file. */
class NotAnswered extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(reason);
    this.reason = reason;
  }
}

async function openOffer(
  services: Services,
  transaction: Database,
  key: CaseKey,
  offerId: string,
): Promise<Result<OpenOffer, RefusalReason>> {
  const at = services.now();
  const row = await lockCase(transaction, key.caseId);
  const found = await findOffer(transaction, offerId);
  if (!row || !found) return refuse("no-such-offer");
  const facts = await readCaseFacts(transaction, row);
  if (offerState(found, at) !== "offered") return refuse("offer-over");
  if (effectiveState(facts) === "erased" || !isBeforeSigning(facts) || isBeforeSubmission(facts))
    return refuse("not-now");
  return ok({ transaction, row, key, offer: offerOf(key, found), at });
}

async function settle(
  services: Services,
  open: OpenOffer,
  answer: OfferAnswer,
): Promise<Result<Settled, RefusalReason>> {
  if (answer.answer === "decline") return decline(open, answer.reason);
  await raiseAuthority(open.transaction, open.row.id);
  return acceptOffer(services, open, answer.conflicts);
}

async function decline(open: OpenOffer, reason: string) {
  const { transaction, key, row, offer, at } = open;
  if (!reason.trim()) return refuse("reason-needed");
  await settleOffer(transaction, key, offer, {
    state: "declined",
    answeredAt: at,
    givenSeatId: null,
    words: { reason: reason.trim() },
  });
  await recordAct(transaction, { ...whoAnswers(open), act: "offer.declined", subject: offer.id });
  return ok({ caseId: row.id, state: "declined" as const, documents: [] });
}
