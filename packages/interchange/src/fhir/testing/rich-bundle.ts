import { base64, bundle, condition, creatinine, type Draft, loinc, snomed, subject } from "./bundles.ts";

const coded = snomed("1", "Something (finding)");
const reference = (id: string) => ({ reference: `urn:uuid:${id}` });

const people: readonly Draft[] = [
  { resourceType: "Organization", id: "org", name: "Northgate Hospital" },
  { resourceType: "Practitioner", id: "dr", name: [{ given: ["Una"], family: "Brophy", prefix: ["Dr"] }] },
  {
    resourceType: "PractitionerRole",
    id: "role",
    practitioner: reference("dr"),
    organization: reference("org"),
  },
  { resourceType: "Location", id: "loc", name: "Ward 3" },
];

const lists: readonly Draft[] = [
  condition,
  {
    resourceType: "AllergyIntolerance",
    id: "al",
    code: coded,
    patient: subject,
    onsetAge: { value: 9, unit: "a" },
    reaction: [{ manifestation: [coded], severity: "mild" }],
  },
  {
    resourceType: "Procedure",
    id: "pr",
    status: "completed",
    code: coded,
    subject,
    performedPeriod: { start: "2026-01", end: "2026-02" },
    location: reference("loc"),
    performer: [{ actor: reference("role") }],
    reasonReference: [reference("c1")],
  },
  {
    resourceType: "Immunization",
    id: "im",
    status: "completed",
    vaccineCode: coded,
    patient: subject,
    occurrenceDateTime: "2020",
    doseQuantity: { value: 0.5, unit: "mL" },
  },
  {
    resourceType: "Encounter",
    id: "en",
    status: "finished",
    class: { code: "IMP" },
    period: { start: "2026-01-01" },
    subject,
    serviceProvider: reference("org"),
    participant: [{ individual: reference("role") }],
  },
  {
    resourceType: "CarePlan",
    id: "cp",
    status: "active",
    category: [coded],
    subject,
    activity: [{ detail: { code: coded, status: "planned" } }],
    addresses: [reference("c1")],
  },
  {
    resourceType: "Goal",
    id: "go",
    lifecycleStatus: "active",
    description: { text: "Walk again" },
    subject,
    target: [{ detailQuantity: { value: 5, unit: "km" }, dueDate: "2027" }],
  },
  {
    resourceType: "ServiceRequest",
    id: "sr",
    status: "active",
    code: coded,
    subject,
    authoredOn: "2026-05-05",
  },
  {
    resourceType: "MedicationRequest",
    id: "mr",
    status: "active",
    contained: [{ resourceType: "Medication", id: "m", code: coded }],
    medicationReference: { reference: "#m" },
    subject,
    dosageInstruction: [
      {
        timing: { repeat: { frequency: 1, period: 8, periodUnit: "h" } },
        doseAndRate: [{ doseRange: { low: { value: 1 }, high: { value: 2 } } }],
      },
    ],
  },
  {
    resourceType: "MedicationAdministration",
    id: "ma",
    status: "completed",
    medicationCodeableConcept: coded,
    subject,
    effectivePeriod: { start: "2026-01-01T10:00:00Z" },
    dosage: { dose: { value: 100, unit: "mg" } },
  },
  {
    resourceType: "FamilyMemberHistory",
    id: "fa",
    patient: subject,
    relationship: { text: "Mother" },
    condition: [{ code: coded, onsetAge: { value: 50, unit: "a" } }],
  },
  { resourceType: "Device", id: "de", patient: subject, type: { text: "Pacemaker" }, serialNumber: "77" },
];

const values: readonly Draft[] = [
  creatinine("o1", "2026-01-01", "1", {
    valueQuantity: { value: 60.5, unit: "umol/L", system: "http://unitsofmeasure.org", code: "umol/L" },
    referenceRange: [{ high: { value: 84 } }],
    note: [{ text: "fasting" }],
  }),
  {
    resourceType: "Observation",
    id: "o2",
    code: loinc("8480-6", "Systolic"),
    subject,
    effectiveInstant: "2026-01-01T10:00:00+02:00",
    component: [
      { code: coded, valueString: "seen" },
      { code: coded, valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } },
    ],
  },
  {
    resourceType: "Observation",
    id: "o3",
    code: coded,
    subject,
    hasMember: [reference("o1")],
    valueCodeableConcept: coded,
    interpretation: [{ coding: [{ code: "H" }] }],
  },
];

const documents: readonly Draft[] = [
  {
    resourceType: "DiagnosticReport",
    id: "re",
    category: [{ coding: [{ code: "RAD" }] }],
    code: coded,
    subject,
    result: [reference("o2"), { reference: "#in" }],
    contained: [{ resourceType: "Observation", id: "in", code: coded, valueString: "clear" }],
    presentedForm: [{ contentType: "text/html", data: base64("<table><tr><td>a</td></tr></table>") }],
    conclusion: "No change.",
  },
  {
    resourceType: "DocumentReference",
    id: "do",
    type: coded,
    subject,
    date: "2026-03-03",
    content: [{ attachment: { contentType: "text/plain", url: "Binary/bi" } }],
    context: { encounter: [reference("en")] },
  },
  { resourceType: "Binary", id: "bi", contentType: "text/plain", data: base64("Seen and well.") },
  {
    resourceType: "ImagingStudy",
    id: "is",
    subject,
    started: "2026-02-02",
    series: [{ number: 1, modality: { code: "CT" }, bodySite: { display: "Liver" }, numberOfInstances: 208 }],
  },
  {
    resourceType: "Composition",
    id: "co",
    title: "Summary",
    date: "2026-05-05",
    subject,
    author: [reference("role")],
    section: [
      {
        title: "A",
        text: { div: "<div><ul><li>x</li></ul></div>" },
        section: [{ title: "B", text: { div: "<p>y</p>" } }],
      },
    ],
  },
  { resourceType: "Claim", id: "cl" },
  { resourceType: "Consent", id: "cs", text: { div: "<div>agreed</div>" } },
];

/** At least one resource of every kind that the import reads. */
export const richBundle: Draft = bundle([...people, ...lists, ...values, ...documents], "collection");
