import { given, type Named, refer } from "@consilium/report/fhir";
import type { CareTeam, Patient, Practitioner, PractitionerRole, RelatedPerson } from "@medplum/fhirtypes";
import { alone } from "./alone.ts";
import type { CaseToExport, ExportedPerson } from "./case-to-export.ts";

export const personName = (seat: string): string => `person/${seat}`;

const patientSide = new Set(["patient", "proxy"]);

/** Who somebody is in the file: the patient is the case's patient. */
export const who = ({ people }: Pick<CaseToExport, "people">, seat: string) => {
  const person = people.find((one) => one.seat === seat);
  if (!person) return { display: "Somebody who left the case" };
  return person.role === "patient" ? refer("patient", person.name) : refer(personName(seat), person.name);
};

/** The patient, and everybody who sat in the case, each with what they are there. */
export function peopleOf(exported: CaseToExport): readonly Named[] {
  const others = exported.people.filter(({ role }) => role !== "patient");
  return [
    { name: "patient", resource: patientOf(exported) },
    ...others.flatMap((person) =>
      patientSide.has(person.role) ? [relatedOf(person)] : practitionerOf(person),
    ),
    ...(others.length > 0 ? [{ name: "team", resource: teamOf(exported, others) }] : []),
  ];
}

const genders = ["female", "male", "other", "unknown"] as const;

function patientOf({ patient: { name, born, sex, country, language } }: CaseToExport): Patient {
  return given<Patient>({
    resourceType: "Patient",
    name: name === "" ? null : [{ text: name }],
    gender: sex === null ? null : (genders.find((known) => known === sex) ?? "unknown"),
    birthDate: born === null ? null : born.slice(0, 10),
    address: country === null || country === "" ? null : [{ country }],
    communication:
      language === "" ? null : [{ language: { coding: [{ system: "urn:ietf:bcp:47", code: language }] } }],
  });
}

const relatedOf = ({ seat, name }: ExportedPerson): Named => ({
  name: personName(seat),
  resource: given<RelatedPerson>({
    resourceType: "RelatedPerson",
    meta: alone,
    patient: refer("patient"),
    name: name === "" ? null : [{ text: name }],
  }),
});

function practitionerOf({ seat, name, role, profession, workplace }: ExportedPerson): readonly Named[] {
  return [
    {
      name: personName(seat),
      resource: given<Practitioner>({
        resourceType: "Practitioner",
        meta: alone,
        name: name === "" ? null : [{ text: name }],
      }),
    },
    {
      name: `role/${seat}`,
      resource: given<PractitionerRole>({
        resourceType: "PractitionerRole",
        meta: alone,
        practitioner: refer(personName(seat), name),
        organization: workplace === null || workplace === "" ? null : { display: workplace },
        code: [{ text: role }],
        specialty: profession === null || profession === "" ? null : [{ text: profession }],
      }),
    },
  ];
}

const teamOf = (exported: CaseToExport, members: readonly ExportedPerson[]): CareTeam => ({
  resourceType: "CareTeam",
  meta: alone,
  status: "active",
  subject: refer("patient"),
  participant: members.map(({ seat, role }) => ({ role: [{ text: role }], member: who(exported, seat) })),
});
