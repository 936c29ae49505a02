import { createSeededRandom, type Random } from "@consilium/foundation";

type Json = Readonly<Record<string, unknown>>;

export interface BundleOptions {
  /** Another seed is another history. */
  readonly seed: number;
  /** At least so many bytes of JSON. */
  readonly bytes: number;
  readonly patient: { readonly name: string; readonly born: string | null };
}

interface History {
  readonly random: Random;
  readonly patient: Json;
  /** `urn:uuid:…`, each once. */
  readonly newAddress: () => string;
}

const loinc = "http://loinc.org";
const ucum = "http://unitsofmeasure.org";

/** Laboratory and vital signs: code, words, unit, a usual value and how far it strays. */
const measured = [
  ["718-7", "Hemoglobin", "g/dL", 13, 2],
  ["6690-2", "Leukocytes", "10*3/uL", 7, 3],
  ["777-3", "Platelets", "10*3/uL", 250, 80],
  ["2160-0", "Creatinine", "mg/dL", 1, 0.3],
  ["2039-6", "Carcinoembryonic antigen", "ng/mL", 6, 5],
  ["1742-6", "Alanine aminotransferase", "U/L", 30, 20],
  ["8480-6", "Systolic blood pressure", "mm[Hg]", 125, 20],
  ["8867-4", "Heart rate", "/min", 75, 15],
  ["29463-7", "Body weight", "kg", 70, 6],
] as const;

const problems = [
  "Colon cancer",
  "Essential hypertension",
  "Osteoarthritis of knee",
  "Anemia",
  "Prediabetes",
];
const medicines = ["Capecitabine 500 mg tablet", "Lisinopril 10 mg tablet", "Naproxen 250 mg tablet"];
const procedures = ["Colonoscopy", "Computed tomography of abdomen", "Medication reconciliation"];

/**
 * A collection of R4 resources as a generator of patients writes them: years of visits, each with what was found and done at it,
 * tied together by `urn:uuid`.
 */
export function writeBundle({ seed, bytes, patient }: BundleOptions): string {
  const random = createSeededRandom(seed);
  let made = 0;
  const newAddress = () =>
    `urn:uuid:${[seed, (made += 1), 0].map((part) => part.toString(16).padStart(8, "0")).join("-")}`;
  const address = newAddress();
  const history: History = { random, patient: { reference: address }, newAddress };
  const entries = [
    entry(address, {
      resourceType: "Patient",
      name: [{ text: patient.name }],
      ...(patient.born !== null && { birthDate: patient.born }),
    }),
  ];
  for (let length = 0; length < bytes;) {
    const visit = visitOf(history);
    entries.push(...visit);
    length += JSON.stringify(visit).length;
  }
  return JSON.stringify({ resourceType: "Bundle", type: "collection", entry: entries });
}

const entry = (fullUrl: string, resource: Json): Json => ({ fullUrl, resource });

function visitOf(history: History): readonly Json[] {
  const { random, patient, newAddress } = history;
  const at = new Date(
    Date.UTC(2010 + random.below(16), random.below(12), 1 + random.below(28), 9),
  ).toISOString();
  const visit = newAddress();
  const of = { subject: patient, encounter: { reference: visit } };
  const results = measured.map((one) => [newAddress(), observation(one, of, at, random)] as const);
  const others = [
    panelOf(
      results.map(([address]) => address),
      of,
      at,
    ),
    problemOf(of, at, random),
    medicineOf(of, at, random),
    procedureOf(of, at, random),
  ];
  return [
    entry(visit, {
      resourceType: "Encounter",
      status: "finished",
      class: { code: "AMB" },
      subject: patient,
      period: { start: at },
    }),
    ...results.map(([address, resource]) => entry(address, resource)),
    ...others.map((resource) => entry(newAddress(), resource)),
  ];
}

const panelOf = (results: readonly string[], of: Json, at: string): Json => ({
  resourceType: "DiagnosticReport",
  status: "final",
  category: [coded("http://terminology.hl7.org/CodeSystem/v2-0074", "LAB", "Laboratory")],
  code: coded(loinc, "51990-0", "Basic metabolic panel"),
  ...of,
  effectiveDateTime: at,
  result: results.map((reference) => ({ reference })),
});

const problemOf = (of: Json, at: string, random: Random): Json => ({
  resourceType: "Condition",
  clinicalStatus: coded("http://terminology.hl7.org/CodeSystem/condition-clinical", "active", "Active"),
  code: { text: random.pick(problems) },
  ...of,
  onsetDateTime: at,
});

const medicineOf = (of: Json, at: string, random: Random): Json => ({
  resourceType: "MedicationRequest",
  status: random.pick(["active", "stopped", "completed"]),
  intent: "order",
  medicationCodeableConcept: { text: random.pick(medicines) },
  ...of,
  authoredOn: at,
  dosageInstruction: [{ text: "One tablet twice a day with food." }],
});

const procedureOf = (of: Json, at: string, random: Random): Json => ({
  resourceType: "Procedure",
  status: "completed",
  code: { text: random.pick(procedures) },
  ...of,
  performedPeriod: { start: at },
});

const coded = (system: string, code: string, display: string): Json => ({
  coding: [{ system, code, display }],
  text: display,
});

function observation(
  [code, words, unit, usual, strays]: (typeof measured)[number],
  of: Json,
  at: string,
  random: Random,
): Json {
  const value = usual + (strays * (random.below(201) - 100)) / 100;
  return {
    resourceType: "Observation",
    status: "final",
    category: [
      coded("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory", "Laboratory"),
    ],
    code: coded(loinc, code, words),
    ...of,
    effectiveDateTime: at,
    issued: at,
    valueQuantity: { value: Number(value.toFixed(2)), unit, system: ucum, code: unit },
  };
}
