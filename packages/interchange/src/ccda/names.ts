import type { Node } from "../json/node.ts";
import { attribute, element, elements, elementsIn, textIn, type XmlElement } from "../xml/xml-element.ts";
import { compact, compactOrNull } from "./compact.ts";
import { tidy } from "./narrative-text.ts";

const oneLine = (one: XmlElement | null): string | null => tidy(textIn(one)).replaceAll("\n", " ") || null;

const parts = (name: XmlElement, part: string): readonly string[] =>
  elements(name, part)
    .map(oneLine)
    .filter((words) => words !== null);

/** A name as FHIR's HumanName; one written as plain text is kept as it is. */
export function humanName(name: XmlElement): Node | null {
  if (elementsIn(name).length === 0) {
    const text = oneLine(name);
    return text === null ? null : { text };
  }
  const use = attribute(name, "use")?.split(/\s+/) ?? [];
  const members = compactOrNull({
    prefix: parts(name, "prefix"),
    given: parts(name, "given"),
    family: parts(name, "family").join(" ") || null,
    suffix: parts(name, "suffix"),
  });
  return members === null ? null : compact({ ...members, use: use.includes("L") ? "official" : null });
}

/** A person's name as it is spoken. */
export function spokenName(holder: XmlElement | null): string | null {
  const [name] = elements(holder, "name");
  if (name === undefined) return null;
  if (elementsIn(name).length === 0) return oneLine(name);
  const words = ["prefix", "given", "family", "suffix"].flatMap((part) => parts(name, part));
  return words.join(" ") || null;
}

export const organisationName = (organisation: XmlElement | null): string | null =>
  oneLine(element(organisation, "name"));

/** Who stands behind an assigned role: the person, else the organisation, else the device. */
export const assignedName = (assigned: XmlElement | null): string | null =>
  spokenName(element(assigned, "assignedPerson")) ??
  organisationName(element(assigned, "representedOrganization")) ??
  oneLine(element(assigned, "assignedAuthoringDevice", "softwareName"));

/** Performers as references that lead nowhere and say a name. */
export const performers = (statement: XmlElement): readonly Node[] =>
  elements(statement, "performer")
    .map((performer) => assignedName(element(performer, "assignedEntity")))
    .filter((name) => name !== null)
    .map((display) => ({ display }));

/** The place that a statement names as its location. */
export function locationOf(statement: XmlElement): Node | null {
  const place = elements(statement, "participant").find((one) => attribute(one, "typeCode") === "LOC");
  const role = element(place ?? null, "participantRole");
  const name = oneLine(element(role, "playingEntity", "name"));
  return name === null ? null : { display: name };
}
