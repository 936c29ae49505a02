import { isBeforeSigning, isBeforeSubmission } from "@consilium/clinical";
import { currentConsent, endConsents } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { recordStep } from "../case/step-case.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import { endConferences } from "../conference/end-with-case.ts";
import type { Services } from "../services.ts";

export interface WithdrawnConsent {
  /** In the words of who withdraws it; nobody has to say why. */
  readonly reason: string | null;
}

/**
 * The consent is taken back: before submission nothing can be submitted until it is given again; from then to the signature the
 * case ends as withdrawn; what is signed stays signed, and that the consent ended is noted. Whenever it is, nobody confers on the
 * case any further: its conferences end with it.
 */
export const withdrawConsent = (
  services: Services,
  commander: Commander,
  withdrawn: WithdrawnConsent,
): Promise<Result<{ readonly ended: boolean }, RefusalReason>> =>
  runCommand(services, commander, { command: "give or withdraw consent", changesRights: true }, (scope) =>
    withdraw(services, scope, withdrawn),
  );

async function withdraw(
  services: Services,
  scope: Scope,
  { reason }: WithdrawnConsent,
): Promise<Result<Done<{ ended: boolean }>, RefusalReason>> {
  const { transaction, key, row, facts, at } = scope;
  const current = await currentConsent(transaction, key, row.id);
  if (!current) return refuse("already-so");
  await endConsents(transaction, row.id, at);
  await endConferences(services, scope, "consent-withdrawn");
  const ended = !isBeforeSubmission(facts) && isBeforeSigning(facts);
  if (ended) await recordStep(services, scope, { to: "withdrawn", reason });
  return ok({
    value: { ended },
    act: "consent.withdrawn",
    subject: current.id,
    body: { from: row.state, ended },
  });
}
