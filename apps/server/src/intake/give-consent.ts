import { intakeTexts, isBeforeSubmission, isInForce, type TextVersion } from "@consilium/clinical";
import { currentConsent, insertConsent } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";

export interface GivenConsent {
  /** What they had before them. */
  readonly text: TextVersion;
  readonly basis: string | null;
}

/** Somebody agrees for the patient to the text in force. */
export const giveConsent = (
  services: Services,
  commander: Commander,
  given: GivenConsent,
): Promise<Result<{ readonly consent: string }, RefusalReason>> =>
  runCommand(services, commander, { command: "give or withdraw consent", changesRights: false }, (scope) =>
    give(services, scope, given),
  );

async function give(
  services: Services,
  { transaction, key, row, seat, facts, at }: Scope,
  { text, basis }: GivenConsent,
): Promise<Result<Done<{ consent: string }>, RefusalReason>> {
  if (!isBeforeSubmission(facts)) return refuse("not-now");
  if (!isInForce(text, intakeTexts.consent)) return refuse("other-text");
  const how = basis?.trim() ?? "";
  // Who is not the patient says how the patient agreed.
  if (seat.role === "referrer" && how === "") return refuse("reason-needed");
  if (await currentConsent(transaction, key, row.id)) return refuse("already-so");
  const id = services.createId();
  await insertConsent(transaction, key, {
    id,
    organisationId: row.organisationId,
    caseId: row.id,
    textId: text.id,
    textVersion: text.version,
    personId: seat.personId,
    seatId: seat.id,
    givenAt: at,
    endedAt: null,
    basis: how === "" ? null : how,
  });
  const body = { text: text.id, version: text.version };
  return ok({ value: { consent: id }, act: "consent.given", subject: id, body });
}
