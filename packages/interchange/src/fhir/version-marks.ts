import { asNode, has, line, member, type Node } from "../json/node.ts";
import type { ImportRefusal } from "./import-refusal.ts";

type OtherVersion = Extract<ImportRefusal, { reason: "other-version" }>["version"];
type Mark = readonly [type: string, element: string, version: OtherVersion, isMark: (node: Node) => boolean];

const present =
  (element: string) =>
  (node: Node): boolean =>
    has(node, element);
const isText =
  (element: string) =>
  (node: Node): boolean =>
    typeof member(node, element) === "string";
const isObject =
  (element: string) =>
  (node: Node): boolean =>
    asNode(member(node, element)) !== null;
const isList =
  (element: string) =>
  (node: Node): boolean =>
    Array.isArray(member(node, element));

/** Elements that R4 does not have, or has in another shape (the version histories on hl7.org/fhir). */
const marks: readonly Mark[] = [
  ["Condition", "assertedDate", "STU3", present("assertedDate")],
  ["Condition", "clinicalStatus", "STU3", isText("clinicalStatus")],
  ["Condition", "participant", "R5", present("participant")],
  ["AllergyIntolerance", "assertedDate", "STU3", present("assertedDate")],
  ["AllergyIntolerance", "clinicalStatus", "STU3", isText("clinicalStatus")],
  ["AllergyIntolerance", "type", "R5", isObject("type")],
  ["Observation", "context", "STU3", present("context")],
  ["Observation", "related", "STU3", present("related")],
  ["Observation", "comments", "DSTU2", present("comments")],
  ["Procedure", "context", "STU3", present("context")],
  ["Procedure", "notDone", "STU3", present("notDone")],
  ["Procedure", "occurrenceDateTime", "R5", present("occurrenceDateTime")],
  ["Procedure", "occurrencePeriod", "R5", present("occurrencePeriod")],
  ["MedicationRequest", "context", "STU3", present("context")],
  ["MedicationRequest", "medication", "R5", isObject("medication")],
  ["MedicationStatement", "taken", "STU3", present("taken")],
  ["MedicationStatement", "medication", "R5", isObject("medication")],
  ["Immunization", "notGiven", "STU3", present("notGiven")],
  ["DiagnosticReport", "context", "STU3", present("context")],
  ["DocumentReference", "indexed", "STU3", present("indexed")],
  ["Encounter", "class", "R5", isList("class")],
  ["Encounter", "actualPeriod", "R5", present("actualPeriod")],
  ["Encounter", "class", "DSTU2", isText("class")],
  ["Patient", "careProvider", "DSTU2", present("careProvider")],
  ["MedicationOrder", "resourceType", "DSTU2", () => true],
  ["DiagnosticOrder", "resourceType", "DSTU2", () => true],
  ["DeviceUsage", "resourceType", "R5", () => true],
  ["ImagingSelection", "resourceType", "R5", () => true],
];

/**
 * The first mark that more than half of the resources of its type carry. One odd resource among many is a slip of
 * its sender; a file has no other place where it says its version.
 */
export function otherVersion(resources: readonly Node[]): ImportRefusal | null {
  const byType = Map.groupBy(resources, (resource) => line(resource, "resourceType"));
  for (const [type, element, version, isMark] of marks) {
    const ofType = byType.get(type) ?? [];
    const marked = ofType.filter(isMark).length;
    if (marked > 0 && marked * 2 > ofType.length) {
      return { reason: "other-version", version, mark: `${type}.${element}` };
    }
  }
  return null;
}
