import { child, children, line, type Node, text } from "../../json/node.ts";
import { conceptText, conceptTexts, notesOf } from "../concept.ts";
import type { Reading } from "../reading.ts";
import { titlesOf } from "../reasons.ts";
import { isPlainName } from "./find-request.ts";

/**
 * What a request says that was not written in an intake of ours. Its reasons, its notes and the plan that it rests on tell the first
 * opinion: they are what was told. What is asked for is the decision.
 */
export function requestWords(
  request: Node,
  reading: Reading,
): { readonly told: string | null; readonly decision: string | null } {
  const reasons = reasonsIn(request, reading);
  const plans = ["basedOn", "supportingInfo"]
    .flatMap((key) => children(request, key))
    .flatMap((reference) => planOf(reference, request, reading));
  const code = conceptText(request, "code");
  const details = conceptTexts(request, "orderDetail");
  const asked = details.length > 0 || code === null || isPlainName(code) ? details : [code];
  return {
    told: paragraphs([
      reasons.length > 0 ? `Reason for the referral: ${reasons.join("; ")}` : null,
      ...notesOf(request),
      ...plans,
      text(request, "patientInstruction"),
    ]),
    decision: paragraphs(asked),
  };
}

export const reasonsIn = (request: Node, reading: Reading): readonly string[] =>
  [
    ...conceptTexts(request, "reasonCode"),
    ...titlesOf(reading, request, children(request, "reasonReference")),
  ].flatMap((words) => words ?? []);

/** Each once, a line each. */
export function paragraphs(lines: readonly (string | null)[]): string | null {
  const said = [...new Set(lines.flatMap((words) => (words === null || words.trim() === "" ? [] : [words])))];
  return said.length === 0 ? null : said.join("\n");
}

/** A plan that the request rests on, in one line; null where the reference names something else. */
function planOf(reference: Node, request: Node, reading: Reading): string | null {
  const node = reading.index.resolve(line(reference, "reference"), request)?.resource ?? null;
  switch (line(node, "resourceType")) {
    case "CarePlan":
      return planLine(line(node, "title") ?? line(node, "description"));
    case "ServiceRequest":
      return planLine(conceptText(node, "code"));
    case "MedicationRequest":
      return planLine(conceptText(node, "medicationCodeableConcept"));
    case "Goal":
      return planLine(conceptText(node, "description"));
    case null:
    default:
      return null;
  }
}

const planLine = (words: string | null): string | null => (words === null ? null : `Plan: ${words}`);

/** Who says something: the patient or somebody of theirs, a clinician, or nobody knows. */
export function sideOf(
  reference: Node | null,
  holder: Node,
  reading: Reading,
): "patient" | "clinician" | null {
  const named = line(reference, "reference");
  if (named === null) return null;
  const resolved = reading.index.resolve(named, holder)?.resource ?? null;
  const type = line(resolved, "resourceType") ?? line(reference, "type") ?? named.split("/").at(-2) ?? "";
  if (type === "Patient" || type === "RelatedPerson") return "patient";
  return /^(?:Practitioner|PractitionerRole|Organization|CareTeam)$/.test(type) ? "clinician" : null;
}

export const senderOf = (communication: Node): Node | null => child(communication, "sender");
