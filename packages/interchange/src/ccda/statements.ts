import type { Node } from "../json/node.ts";
import { attribute, element, elements, elementsIn, type XmlElement } from "../xml/xml-element.ts";
import { codeIs, saidText } from "./concepts.ts";
import type { NarrativeContext } from "./narrative-text.ts";
import { timeOf } from "./times.ts";

const statementNames = new Set([
  "act",
  "encounter",
  "observation",
  "organizer",
  "procedure",
  "substanceAdministration",
  "supply",
]);

/** The clinical statements of an entry, a component or a relationship. */
export const statementsIn = (holder: XmlElement): readonly XmlElement[] =>
  elementsIn(holder).filter(
    ({ name, namespace }) => statementNames.has(name) && namespace === holder.namespace,
  );

/** Statements that another one is related to, by the kind of relation: SUBJ, MFST, RSON, …; any kind where none is named. */
export const related = (statement: XmlElement, ...kinds: readonly string[]): readonly XmlElement[] =>
  elements(statement, "entryRelationship")
    .filter((relation) => kinds.length === 0 || kinds.includes(attribute(relation, "typeCode") ?? ""))
    .flatMap(statementsIn);

export const isNegated = (statement: XmlElement): boolean => attribute(statement, "negationInd") === "true";

const template = "2.16.840.1.113883.10.20.22.4.";

/** Whether it follows one of these templates of C-CDA, named by the last part of their identifiers. */
export const follows = (statement: XmlElement, ...templates: readonly string[]): boolean =>
  elements(statement, "templateId").some((id) =>
    templates.some((last) => attribute(id, "root") === `${template}${last}`),
  );

export const statusOf = (statement: XmlElement): string | null =>
  attribute(element(statement, "statusCode"), "code")?.toLowerCase() ?? null;

export const moodOf = (statement: XmlElement): string => attribute(statement, "moodCode") ?? "EVN";

/** What was only meant to be done, or asked for. */
export const isIntended = (statement: XmlElement): boolean =>
  ["INT", "RQO", "ORD", "PRP", "PRMS", "APT", "ARQ"].includes(moodOf(statement));

/** The identifier of a statement, if it has one of its own. */
export function idOfStatement(statement: XmlElement): string | null {
  const [id] = elements(statement, "id").filter((one) => attribute(one, "nullFlavor") === null);
  const parts = [attribute(id ?? null, "root"), attribute(id ?? null, "extension")];
  return parts.filter((part) => part !== null).join("|") || null;
}

/** When somebody wrote it down. */
export const recordedAt = (statement: XmlElement): string | null =>
  elements(statement, "author")
    .map((author) => timeOf(element(author, "time")))
    .find((time) => time !== null) ?? null;

/** Comments beside a statement, as FHIR's notes. */
export const notes = (statement: XmlElement, context: NarrativeContext): readonly Node[] =>
  related(statement)
    .filter((one) => follows(one, "64") || codeIs(element(one, "code"), "48767-8"))
    .map((comment) => saidText(element(comment, "text"), context))
    .filter((text) => text !== null)
    .map((text) => ({ text }));

/** An observation about the status of what it belongs to: LOINC 33999-4 or its template. */
const statusTemplates = ["6", "28"];
export const statusObservation = (statement: XmlElement): XmlElement | null =>
  related(statement).find(
    (one) => follows(one, ...statusTemplates) || codeIs(element(one, "code"), "33999-4"),
  ) ?? null;

export const severityObservation = (statement: XmlElement): XmlElement | null =>
  related(statement).find((one) => follows(one, "8") || codeIs(element(one, "code"), "SEV", "64750-3")) ??
  null;
