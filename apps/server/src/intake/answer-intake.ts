import {
  countries,
  faultOfDate,
  intakeTexts,
  isInForce,
  isRegionKnown,
  type IntakeDetails,
} from "@consilium/clinical";
import { type CaseDetails, caseDetailsOf, findOrganisation, updateDetails } from "@consilium/database";
import { dayAt, dayIn, ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { initialsOf } from "../case/initials-of.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import type { IntakeChange } from "./intake-schemas.ts";

/** Says what was chosen in a step of the intake; what is left out stays. */
export const answerIntake = (
  services: Services,
  commander: Commander,
  change: IntakeChange,
): Promise<Result<{ readonly answered: readonly string[] }, RefusalReason>> =>
  runCommand(services, commander, { command: "answer the intake", changesRights: false }, (scope) =>
    answer(scope, change),
  );

async function answer(
  scope: Scope,
  change: IntakeChange,
): Promise<Result<Done<{ answered: string[] }>, RefusalReason>> {
  const { transaction, key, row, at } = scope;
  const organisation = await findOrganisation(transaction, row.organisationId);
  const known = caseDetailsOf(key, row);
  const fault = faultOf(change, known, dayIn(organisation?.details.zone ?? "UTC", at));
  if (fault) return refuse(fault);
  await updateDetails(transaction, key, row, {
    ...changedDetails(change),
    intake: changedIntake(scope, known, change),
  });
  // Which steps, never what was answered.
  const answered = Object.keys(change).toSorted();
  return ok({ value: { answered }, act: "intake.answered", subject: row.id, body: { answered } });
}

/** `today` is the programme's; elsewhere on earth it is a day more or less. */
function faultOf(
  { safety, place, person, decide }: IntakeChange,
  { patient }: CaseDetails,
  today: string,
): RefusalReason | undefined {
  if (safety && !isInForce(safety.text, intakeTexts.safety)) return "other-text";
  const signs = intakeTexts.safety.signs.map(({ id }) => id);
  if (safety && !safety.signs.every((sign) => signs.includes(sign))) return "malformed-request";
  if (place && !countries.includes(place.country)) return "malformed-request";
  if (place && place.region !== null && !isRegionKnown(place)) return "malformed-request";
  const born = person ? person.born : patient.born;
  if (person?.born && faultOfDate(person.born, { born: null, today: dayAt(today, 1) })) return "no-such-day";
  if (decide?.day && faultOfDate(decide.day, { born, today: dayAt(today, -1), ahead: "only" }))
    return "no-such-day";
  return undefined;
}

const changedDetails = ({ person, place, language, decide }: IntakeChange): Partial<CaseDetails> => ({
  ...(person && { patient: { ...person, initials: initialsOf(person.name) } }),
  ...(place && { country: place.country }),
  ...(language !== undefined && { patientLanguage: language }),
  ...(decide && { decideBy: decide.when === "date" ? decide.day : null }),
});

function changedIntake(
  { seat, at }: Scope,
  { intake = {} }: CaseDetails,
  { safety, place, treating, help, decide, hearing }: IntakeChange,
): IntakeDetails {
  const said = { seat: seat.id, at: at.toISOString() };
  const { safety: before, ...rest } = intake;
  return {
    ...rest,
    ...(safety === undefined && before && { safety: before }),
    ...(safety && { safety: { ...safety, ...said } }),
    // Who asks for an opinion for themselves asks for a clinical one.
    ...(place && { place: { ...place, kind: seat.role === "referrer" ? place.kind : "clinical", ...said } }),
    ...(treating && { treating }),
    ...(help && { help }),
    ...(decide && { decide: decide.when }),
    ...(hearing && { hearing }),
  };
}
