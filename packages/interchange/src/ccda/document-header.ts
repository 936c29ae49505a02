import { type Concept, isPartialDate, type PartialDate } from "@consilium/clinical";
import { conceptOf } from "../fhir/concept.ts";
import type { Read } from "../fhir/read-file.ts";
import type { Node } from "../json/node.ts";
import { attribute, element, elements, textIn, type XmlElement } from "../xml/xml-element.ts";
import { conceptNode } from "./concepts.ts";
import { assignedName, organisationName } from "./names.ts";
import { type NarrativeContext, tidy } from "./narrative-text.ts";
import { patientNode } from "./patient.ts";
import { momentOf } from "./times.ts";

export interface DocumentHeader {
  readonly title: string;
  readonly date: PartialDate | null;
  /** What is written in its place, where that is no date. */
  readonly impossibleDate: string | null;
  readonly author: string | null;
  /** Who keeps the document, "" where it does not say. */
  readonly custodian: string;
  readonly code: Concept | null;
  /** BCP 47, as the document says. */
  readonly language: string | null;
}

const isPresent = <Value>(value: Value | null): value is Value => value !== null;

/** Authors by name; a system that put the document together only where there is no person or place. */
function authorsOf(document: XmlElement): string | null {
  const assigned = elements(document, "author").map((author) => element(author, "assignedAuthor"));
  const written = assigned.filter((one) => element(one, "assignedAuthoringDevice") === null);
  const signed = element(document, "legalAuthenticator", "assignedEntity");
  const names = [...new Set(written.map(assignedName).filter(isPresent))];
  if (names.length > 0) return names.join(", ");
  return assignedName(signed) ?? assigned.map(assignedName).find(isPresent) ?? null;
}

export function headerOf(document: XmlElement, narrative: NarrativeContext): DocumentHeader {
  const code = conceptOf(conceptNode(element(document, "code"), narrative));
  const title = tidy(textIn(element(document, "title"))).replaceAll("\n", " ");
  const date = momentOf(element(document, "effectiveTime"));
  const keeper = element(document, "custodian", "assignedCustodian", "representedCustodianOrganization");
  return {
    title: title || (code?.text ?? "Document"),
    date: isPartialDate(date) ? date : null,
    impossibleDate: isPartialDate(date) ? null : date,
    author: authorsOf(document),
    custodian: organisationName(keeper) ?? "",
    code,
    language: attribute(element(document, "languageCode"), "code"),
  };
}

/** The one person a document is about. */
export function patientOfDocument(document: XmlElement): Read<Node> {
  const roles = elements(document, "recordTarget").map((target) => element(target, "patientRole"));
  const people = roles.flatMap((role) => {
    const patient = element(role, "patient");
    return role === null || patient === null ? [] : [patientNode(role, patient)];
  });
  const [only] = people;
  if (only === undefined) return { ok: false, refusal: { reason: "no-patient" } };
  return people.length > 1
    ? { ok: false, refusal: { reason: "several-patients", patients: people.length } }
    : { ok: true, value: only };
}
