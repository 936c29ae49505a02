import type { Node } from "../json/node.ts";
import { attribute, element, elements, elementsIn, textIn, type XmlElement } from "../xml/xml-element.ts";
import { systemUri, usSocialSecurity } from "./code-systems.ts";
import { compact } from "./compact.ts";
import { humanName } from "./names.ts";
import { tidy } from "./narrative-text.ts";
import { timeOf } from "./times.ts";

const genders = new Map([
  ["F", "female"],
  ["M", "male"],
  ["UN", "other"],
]);

function identifierOf(id: XmlElement): Node | null {
  const root = attribute(id, "root");
  const extension = attribute(id, "extension");
  if (extension === null || attribute(id, "nullFlavor") !== null) return null;
  const assigner = attribute(id, "assigningAuthorityName");
  return compact({
    system: root === usSocialSecurity ? "http://hl7.org/fhir/sid/us-ssn" : systemUri(root),
    value: extension,
    type: assigner === null ? null : { text: assigner },
  });
}

const words = (parent: XmlElement | null, name: string): string | null =>
  tidy(textIn(element(parent, name))).replaceAll("\n", " ") || null;

const addressOf = (address: XmlElement): Node =>
  compact({
    use: (attribute(address, "use") ?? "").split(/\s+/).some((use) => use === "HP" || use === "H")
      ? "home"
      : null,
    city: words(address, "city"),
    state: words(address, "state"),
    country: words(address, "country"),
  });

const isPresent = <Value>(value: Value | null): value is Value => value !== null;

/** Extensions of HL7 that say whether the person has died. */
const died = (patient: XmlElement): boolean =>
  elementsIn(patient).some(
    (one) =>
      (one.name === "deceasedInd" && attribute(one, "value") === "true") ||
      (one.name === "deceasedTime" && attribute(one, "value") !== null),
  );

/** The person a document is about, as FHIR's Patient. */
export function patientNode(role: XmlElement, patient: XmlElement): Node {
  return compact({
    resourceType: "Patient",
    identifier: elements(role, "id").map(identifierOf).filter(isPresent),
    name: elements(patient, "name").map(humanName).filter(isPresent),
    gender: genders.get(attribute(element(patient, "administrativeGenderCode"), "code") ?? ""),
    birthDate: timeOf(element(patient, "birthTime")),
    deceasedBoolean: died(patient) ? true : null,
    address: elements(role, "addr").map(addressOf),
    communication: elements(patient, "languageCommunication")
      .map((one) => attribute(element(one, "languageCode"), "code"))
      .filter(isPresent)
      .map((code) => ({ language: { coding: [{ code }] } })),
  });
}
