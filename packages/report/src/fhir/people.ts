import type { Organization, Patient, Practitioner, PractitionerRole } from "@medplum/fhirtypes";
import type { Addendum } from "../addendum.ts";
import type { Licence, ReportPerson, Signer } from "../report-people.ts";
import type { Report } from "../report.ts";
import { given } from "./given.ts";
import { type Named, refer } from "./names.ts";
import { inWords } from "./narrative.ts";

export const personName = ({ seat }: Pick<ReportPerson, "seat">): string => `person/${seat}`;
export const roleName = ({ seat }: Pick<ReportPerson, "seat">): string => `role/${seat}`;

/** The patient, the programme, whoever asked, whoever signed and whoever took part besides, each once. */
export function people(report: Report, addenda: readonly Addendum[]): readonly Named[] {
  const signers = new Map([...report.signers, ...addenda.map(({ signer }) => signer)].map(bySeat));
  const { contributors = [] } = report;
  const besides = contributors.filter(({ seat }) => !signers.has(seat));
  const known = new Set([...signers.keys(), ...besides.map(({ seat }) => seat)]);
  const asked = report.askedBy.filter(({ seat }) => !known.has(seat));
  return [
    { name: "patient", resource: patientOf(report) },
    { name: "organization", resource: organizationOf(report) },
    ...[...signers.values()].flatMap((signer) => practitioner(signer, signer.licence)),
    ...besides.flatMap((person) => practitioner(person, null)),
    ...asked.flatMap((person) => practitioner(person, null)),
  ];
}

const bySeat = (signer: Signer) => [signer.seat, signer] as const;

function patientOf({ patient: { id, name, born, sex } }: Report): Patient {
  const gender =
    sex === "female" || sex === "male" || sex === "other" ? sex : sex === null ? null : "unknown";
  return given<Patient>({
    resourceType: "Patient",
    text: inWords(name, born, sex),
    identifier: id === null ? null : [{ system: "urn:ietf:rfc:3986", value: `urn:consilium:person:${id}` }],
    name: [{ text: name }],
    gender,
    birthDate: born === null ? null : born.slice(0, 10),
  });
}

function organizationOf({ organisation: { name, country, contact } }: Report): Organization {
  return given<Organization>({
    resourceType: "Organization",
    text: inWords(name, country, contact),
    name,
    telecom: contact === null ? null : [{ system: "phone", value: contact }],
    address: country === "" ? null : [{ country }],
  });
}

function practitioner(person: ReportPerson | Signer, licence: Licence | null): readonly Named[] {
  const { name, profession, workplace } = person;
  const one = given<Practitioner>({
    resourceType: "Practitioner",
    text: inWords(name, profession, workplace),
    name: [{ text: name }],
    qualification: licence && [
      {
        identifier: [{ value: licence.number }],
        code: { text: `Licence to practise, ${licence.country}` },
        issuer: { display: licence.authority },
      },
    ],
  });
  const role = given<PractitionerRole>({
    resourceType: "PractitionerRole",
    text: inWords(name, profession, workplace),
    practitioner: refer(personName(person), name),
    organization: workplace === null ? null : { display: workplace },
    specialty: profession === null ? null : [{ text: profession }],
  });
  return [
    { name: personName(person), resource: one },
    { name: roleName(person), resource: role },
  ];
}
