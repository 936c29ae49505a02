import { child, children, has, isTrue, line, type Node } from "../json/node.ts";
import { conceptOf } from "./concept.ts";
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
    if (value === null) return [];
    return [
      {
        kind: conceptOf(child(identifier, "type"))?.text ?? "",
        system: line(identifier, "system") ?? "",
        value,
      },
    ];
  });
}

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
