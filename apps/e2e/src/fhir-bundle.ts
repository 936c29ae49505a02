const subject = { reference: "urn:uuid:patient" };

const coded = (system: string, code: string, text: string) => ({ coding: [{ system, code }], text });

const note =
  "Operated on 3 March. She could walk on the second day and was sent home on the third day. Creatinine had risen.";

const creatinine = (id: string, date: string, value: number) => ({
  resourceType: "Observation",
  id,
  status: "final",
  category: [{ coding: [{ code: "laboratory" }] }],
  code: coded("http://loinc.org", "2160-0", "Creatinine"),
  subject,
  effectiveDateTime: date,
  valueQuantity: { value, unit: "umol/L", system: "http://unitsofmeasure.org", code: "umol/L" },
  referenceRange: [{ low: { value: 45, unit: "umol/L" }, high: { value: 84, unit: "umol/L" } }],
});

export interface PersonInFile {
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
}

const patientOf = ({ given, family, birthDate }: PersonInFile) => ({
  resourceType: "Patient",
  id: "patient",
  name: [{ given: [given], family }],
  gender: "female",
  birthDate,
});

const resources = [
  {
    resourceType: "Condition",
    id: "condition",
    clinicalStatus: { coding: [{ code: "active" }] },
    code: coded("http://snomed.info/sct", "93870000", "Liver metastasis"),
    subject,
  },
  {
    resourceType: "DocumentReference",
    id: "note",
    status: "current",
    type: { text: "Discharge summary" },
    subject,
    date: "2026-03-06T10:00:00Z",
    content: [{ attachment: { contentType: "text/plain", data: Buffer.from(note).toString("base64") } }],
  },
  creatinine("spring", "2026-03-01", 66),
  creatinine("summer", "2026-06-01", 131),
  // Nothing here reads it: it is named among what was not understood.
  {
    resourceType: "Appointment",
    id: "visit",
    status: "booked",
    participant: [{ actor: subject, status: "accepted" }],
  },
];

const bundled = (all: readonly { readonly id: string }[]) => ({
  resourceType: "Bundle",
  type: "collection",
  entry: all.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
});

/** A small FHIR R4 bundle with a note, laboratory values, and one thing that no record is made of. */
export const bundleOf = (person: PersonInFile) => bundled([patientOf(person), ...resources]);

/** One with a single value: creatinine of the 1st of March 2026, in µmol/L. */
export const laboratoryOf = (person: PersonInFile, value: number) =>
  bundled([patientOf(person), creatinine("spring", "2026-03-01", value)]);

export const dischargeBundle = bundleOf({
  given: "Brynja",
  family: "Halldórsdóttir",
  birthDate: "1971-02-19",
});
