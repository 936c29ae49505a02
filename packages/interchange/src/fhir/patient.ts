import { child, children, has, isTrue, line, type Node } from "../json/node.ts";
import { codingsOf, conceptOf } from "./concept.ts";
import { dateOf } from "./dates.ts";
import type { ImportedPatient } from "./imported.ts";
import { humanName } from "./reading.ts";

const sexes = new Set(["female", "male", "other"] as const);
type Sex = ImportedPatient["sex"];

function sexOf(patient: Node): Sex {
  const said = line(patient, "gender");
  return Array.from(sexes).find((sex) => sex === said) ?? "unknown";
}

function identifiersOf(patient: Node): ImportedPatient["identifiers"] {
  return children(patient, "identifier").flatMap((identifier) => {
    const value = line(identifier, "value");
    if (value === null || isCivil(identifier)) return [];
    return [
      {
        kind: conceptOf(child(identifier, "type"))?.text ?? "",
        system: line(identifier, "system") ?? "",
        value,
      },
    ];
  });
}

/** Social security, driving licence, passport: of no use to an opinion, of much use to a thief. Not taken. */
const civil = new Set(["SS", "DL", "PPN"]);
const isCivil = (identifier: Node): boolean =>
  codingsOf(child(identifier, "type")).some(({ code }) => civil.has(code)) ||
  line(identifier, "system") === "http://hl7.org/fhir/sid/us-ssn";

export const civilIdentifiers = (patient: Node | null): number =>
  children(patient, "identifier").filter(isCivil).length;

export function patientOf(patient: Node): ImportedPatient {
  const addresses = children(patient, "address");
  const address = addresses.find((candidate) => line(candidate, "use") === "home") ?? addresses[0] ?? null;
  return {
    name: humanName(patient) ?? "",
    birthDate: dateOf(patient, "birthDate"),
    deceased: isTrue(patient, "deceasedBoolean") || has(patient, "deceasedDateTime"),
    sex: sexOf(patient),
    identifiers: identifiersOf(patient),
    address: {
      city: line(address, "city"),
      region: line(address, "state"),
      country: line(address, "country"),
    },
    languages: children(patient, "communication").flatMap((communication) => {
      const language = conceptOf(child(communication, "language"));
      const code = language?.codings[0]?.code ?? language?.text;
      return code === undefined ? [] : [code];
    }),
  };
}
