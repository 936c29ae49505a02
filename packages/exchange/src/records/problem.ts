import type { AllergyEntry, ProblemEntry } from "@consilium/clinical";
import { given, refer } from "@consilium/report/fhir";
import type { AllergyIntolerance, Condition } from "@medplum/fhirtypes";
import { code, conceptOf, dateOf, isInOrder } from "./concept.ts";
import { codeAmong, notes, oneLine, withoutPrefix } from "./words.ts";

const courses = ["active", "recurrence", "relapse", "inactive", "remission", "resolved"] as const;
const certainties = [
  "unconfirmed",
  "provisional",
  "differential",
  "confirmed",
  "refuted",
  "entered-in-error",
] as const;
const ended: readonly string[] = ["inactive", "remission", "resolved"];

export function conditionOf(entry: ProblemEntry): Condition {
  const { title, codings, status, certainty, severity, from, to, note, detail } = entry;
  const course = codeAmong(courses, status);
  const known = codeAmong(certainties, certainty);
  // Of what is not over FHIR takes no end.
  const end = isInOrder(from, to) && course !== undefined && ended.includes(course) ? to : null;
  return given<Condition>({
    resourceType: "Condition",
    clinicalStatus: course ? code("condition-clinical", course) : inWords(status),
    verificationStatus: known ? code("condition-ver-status", known) : inWords(certainty),
    severity: inWords(severity),
    code: conceptOf(certainty === "refuted" ? withoutPrefix(title, "Ruled out") : title, codings),
    subject: refer("patient"),
    onsetDateTime: dateOf(from),
    abatementDateTime: dateOf(end),
    note: notes(note, detail, to !== null && end === null ? `Until ${to}` : null),
  });
}

export const inWords = (words: string | null) =>
  words === null || words.trim() === "" ? null : { text: oneLine(words) };

const presences = ["active", "inactive", "resolved"] as const;
const proofs = ["unconfirmed", "confirmed", "refuted", "entered-in-error"] as const;
const risks = ["low", "high", "unable-to-assess"] as const;
const strengths = ["mild", "moderate", "severe"] as const;

export function allergyOf(entry: AllergyEntry): AllergyIntolerance {
  const { title, codings, status, certainty, criticality, from, to, note, reactions } = entry;
  const presence = codeAmong(presences, status);
  const proof = codeAmong(proofs, certainty);
  const risk = codeAmong(risks, criticality);
  return given<AllergyIntolerance>({
    resourceType: "AllergyIntolerance",
    clinicalStatus: presence
      ? code("allergyintolerance-clinical", presence)
      : (inWords(status) ?? { text: "unknown" }),
    verificationStatus: proof ? code("allergyintolerance-verification", proof) : inWords(certainty),
    criticality: risk,
    code: conceptOf(certainty === "refuted" ? withoutPrefix(title, "Ruled out") : title, codings),
    patient: refer("patient"),
    onsetDateTime: dateOf(from),
    note: notes(
      note,
      to === null ? null : `Until ${to}`,
      criticality !== null && !risk ? `Criticality: ${criticality}` : null,
    ),
    reaction: reactions.map(({ text, severity }) =>
      given({ manifestation: [{ text: oneLine(text) || "–" }], severity: codeAmong(strengths, severity) }),
    ),
  });
}
