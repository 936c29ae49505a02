import { placeStanding, safetyStanding } from "@consilium/clinical";
import { caseDetailsOf, currentConsent } from "@consilium/database";
import type { RefusalReason } from "../api/refusal.ts";
import type { Scope } from "../command/run-command.ts";
import { clinicalCountries } from "./read-intake.ts";

/** What the intake lacks before a case can be submitted: its gates, who it is about, the consent. Undefined: nothing. */
export async function lackOfIntake({
  transaction,
  key,
  row,
  seat,
}: Scope): Promise<RefusalReason | undefined> {
  const { patient, intake = {} } = caseDetailsOf(key, row);
  if (safetyStanding(intake) !== "passed") return "safety-open";
  const clinicalIn = await clinicalCountries(transaction, row.organisationId);
  const place = placeStanding(intake.place, clinicalIn, seat.role);
  if (place === "open") return "place-open";
  if (place === "closed") return "place-closed";
  if (!(await currentConsent(transaction, key, row.id))) return "consent-open";
  return patient.name.trim() === "" || patient.born === null ? "patient-unnamed" : undefined;
}
