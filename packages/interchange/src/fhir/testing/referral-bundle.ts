import { withDigits } from "./bundles.ts";

/** A resource before anybody has looked at it. */
export interface FhirDraft {
  readonly resourceType: string;
  readonly id: string;
  readonly [element: string]: unknown;
}

const patient = { reference: "Patient/rosa" };
const request = { reference: "ServiceRequest/ask" };
const doctor = { reference: "Practitioner/ahlgren" };

const coded = (system: string, code: string, text: string) => ({ coding: [{ system, code }], text });
const active = {
  coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-clinical", code: "active" }],
};
const base64 = (words: string) => btoa(String.fromCodePoint(...new TextEncoder().encode(words)));

const question = (id: string, words: string) => ({
  resourceType: "Communication",
  id,
  status: "in-progress",
  basedOn: [request],
  subject: patient,
  sender: doctor,
  payload: [{ contentString: words }],
});

const haemoglobin = (id: string, date: string, value: string) => ({
  resourceType: "Observation",
  id,
  status: "final",
  category: [
    {
      coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "laboratory" }],
    },
  ],
  code: coded("http://loinc.org", "718-7", "Hemoglobin"),
  subject: patient,
  effectiveDateTime: date,
  valueQuantity: {
    value: `#${value}#`,
    unit: "g/dL",
    system: "http://unitsofmeasure.org",
    code: "g/dL",
  },
  referenceRange: [{ low: { value: 12, unit: "g/dL" }, high: { value: 15.5, unit: "g/dL" } }],
});

const binary = {
  resourceType: "Binary",
  id: "words",
  contentType: "text/plain",
  data: base64("Home on the fifth day."),
};

/** A referral as a hospital sends it, its decimals between signs (`withDigits`): no profile of ours, words in the places that R4 has for them. Made up. */
export const referralResources: readonly FhirDraft[] = [
  {
    resourceType: "Patient",
    id: "rosa",
    name: [{ use: "official", family: "Quintana", given: ["Rosa"] }],
    gender: "female",
    birthDate: "1958-04-02",
    address: [{ city: "Girona", country: "ES" }],
    communication: [{ language: { coding: [{ system: "urn:ietf:bcp:47", code: "es" }] } }],
  },
  { resourceType: "Practitioner", id: "ahlgren", name: [{ text: "Dr Ahlgren" }] },
  {
    resourceType: "ServiceRequest",
    id: "ask",
    status: "active",
    intent: "order",
    category: [coded("http://snomed.info/sct", "3457005", "Patient referral")],
    code: { text: "Whether to operate or to wait after chemotherapy" },
    subject: patient,
    requester: doctor,
    authoredOn: "2026-11-20",
    reasonCode: [{ text: "Liver metastases from bowel cancer" }],
    reasonReference: [{ reference: "Condition/liver" }],
    note: [{ text: "Our board proposed a right hepatectomy." }],
    supportingInfo: [{ reference: "CarePlan/plan" }, { reference: "DocumentReference/letter" }],
  },
  question("q1", "Can the lesions be resected safely?"),
  question("q2", "Is more chemotherapy needed first?"),
  {
    resourceType: "CarePlan",
    id: "plan",
    status: "active",
    intent: "proposal",
    title: "Right hepatectomy in six weeks",
    subject: patient,
  },
  {
    resourceType: "Condition",
    id: "liver",
    clinicalStatus: active,
    code: coded("http://snomed.info/sct", "94381002", "Metastasis to liver"),
    subject: patient,
    onsetDateTime: "2026-05-04",
  },
  {
    resourceType: "AllergyIntolerance",
    id: "penicillin",
    clinicalStatus: {
      coding: [
        { system: "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", code: "active" },
      ],
    },
    verificationStatus: {
      coding: [
        {
          system: "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification",
          code: "confirmed",
        },
      ],
    },
    criticality: "high",
    code: { text: "Penicillin" },
    patient,
    reaction: [{ manifestation: [{ text: "Hives" }], severity: "moderate" }],
  },
  {
    resourceType: "MedicationStatement",
    id: "metoprolol",
    status: "active",
    medicationCodeableConcept: { text: "Metoprolol" },
    subject: patient,
    effectivePeriod: { start: "2024-02" },
    dosage: [{ text: "47.5 mg in the morning" }],
    note: [{ text: "Takes it at noon." }],
  },
  {
    resourceType: "Procedure",
    id: "colon",
    status: "completed",
    code: { text: "Right hemicolectomy" },
    subject: patient,
    performedDateTime: "2026-05-20",
    bodySite: [{ text: "Ascending colon" }],
  },
  {
    resourceType: "ImagingStudy",
    id: "ct",
    status: "available",
    subject: patient,
    started: "2026-10-30T09:00:00Z",
    description: "CT of the abdomen",
    modality: [{ system: "http://dicom.nema.org/resources/ontology/DCM", code: "CT" }],
    series: [
      {
        uid: "1.2.3",
        number: 1,
        modality: { code: "CT" },
        description: "Portal venous",
        numberOfInstances: 120,
      },
    ],
  },
  {
    resourceType: "DiagnosticReport",
    id: "path",
    status: "final",
    category: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/v2-0074", code: "SP" }] }],
    code: { text: "Pathology of the colon" },
    subject: patient,
    effectiveDateTime: "2026-05-27",
    presentedForm: [{ contentType: "text/plain", data: base64("Adenocarcinoma, pT3.\n\nMargins are free.") }],
  },
  {
    resourceType: "DocumentReference",
    id: "letter",
    status: "current",
    type: { text: "Discharge letter" },
    subject: patient,
    date: "2026-05-28T10:00:00Z",
    content: [{ attachment: { contentType: "text/plain", url: "Binary/words" } }],
  },
  binary,
  haemoglobin("hb1", "2026-05-19", "9.80"),
  haemoglobin("hb2", "2026-10-30", "12.0"),
];

/** As JSON, its decimals as they were written. */
export const referralFile = (resources = referralResources): string => withDigits(referralBundle(resources));

const referralBundle = (resources: readonly FhirDraft[]) => ({
  resourceType: "Bundle",
  type: "collection",
  entry: resources.map((resource) => ({
    fullUrl: `https://hospital.test/fhir/${resource.resourceType}/${resource.id}`,
    resource,
  })),
});
