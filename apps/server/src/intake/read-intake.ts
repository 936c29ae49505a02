import { regionsOf } from "@consilium/clinical";
import { caseDetailsOf, currentConsent, type Database, findOrganisation } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import type { IntakeAnswer } from "./intake-schemas.ts";

/** What was chosen in the intake so far, and the consent that stands. */
export async function readIntake(
  { open: { database } }: Services,
  { row, key }: Visit,
): Promise<z.infer<typeof IntakeAnswer>> {
  const { patient, patientLanguage, decideBy, intake = {} } = caseDetailsOf(key, row);
  const { safety, place, help, ...chosen } = intake;
  const consent = await currentConsent(database, key, row.id);
  return {
    patient: { name: patient.name, born: patient.born, sex: patient.sex },
    language: patientLanguage,
    decideBy,
    ...(safety && { safety: { ...safety, text: { ...safety.text }, signs: [...safety.signs] } }),
    ...(place && { place }),
    ...(help && { help: { ...help, needs: [...help.needs] } }),
    ...chosen,
    clinicalIn: [...(await clinicalCountries(database, row.organisationId))],
    consent: consent
      ? {
          text: { id: consent.textId, version: consent.textVersion },
          seat: consent.seatId,
          at: consent.givenAt.toISOString(),
          basis: consent.basis,
        }
      : null,
  };
}

/** To whose patients a programme gives clinical opinions: where it says nothing, to those of its own country, or its own state. */
export async function clinicalCountries(
  database: Database,
  organisationId: string,
): Promise<readonly string[]> {
  const organisation = await findOrganisation(database, organisationId);
  if (!organisation) return [];
  const { clinicalIn, country, region = "" } = organisation.details;
  if (clinicalIn) return clinicalIn;
  return [regionsOf(country).length > 0 ? `${country}-${region.toUpperCase()}` : country];
}
