import { type Hearing, type IntakeDetails, intakeTexts } from "@consilium/clinical";
import type { Consent } from "@consilium/database";
import { type Cast, found, type PlannedSeat } from "./cast.ts";
import type { DemoCase } from "./content.ts";
import { demoId } from "./demo-id.ts";

/** Where the demo's programme gives clinical opinions. */
export const demoCountries = ["SE", "IE", "GB", "DE", "FR", "ES", "NL", "DK", "NO", "FI", "US"] as const;

/** What the patient chose when the case was opened: the gates are behind every case of the demo. */
export function planIntake({ case: of }: DemoCase, cast: Cast): IntakeDetails {
  const { id: seat, from } = patientOf(cast);
  const said = { seat, at: from.toISOString() };
  const { id, version } = intakeTexts.safety;
  return {
    safety: { text: { id, version }, signs: [], ...said },
    place: { country: of.country, region: null, kind: "clinical", ...said },
    hearing: hearingOf(of.hearing),
  };
}

/** In the demo's words, "with my daughter" may stand beside. */
function hearingOf(words: string): Hearing {
  if (/own doctor/i.test(words)) return "with-own-doctor";
  return /called/i.test(words) ? "after-call" : "at-once";
}

/** As the basis of the patient's seat says. */
export function planConsent({ case: of }: DemoCase, cast: Cast): Consent {
  const { id, personId, from, organisationId, caseId } = patientOf(cast);
  const text = intakeTexts.consent;
  return {
    id: demoId("consent", of.id),
    organisationId,
    caseId,
    textId: text.id,
    textVersion: text.version,
    personId,
    seatId: id,
    givenAt: from,
    endedAt: null,
    basis: null,
  };
}

const patientOf = ({ seats }: Cast): PlannedSeat =>
  found(
    seats.find(({ role }) => role === "patient"),
    "patient",
  );
