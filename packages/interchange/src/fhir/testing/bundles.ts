import { createSeededRandom, createUlid } from "@consilium/foundation";
import type { ImportOptions } from "../imported.ts";

export type Draft = Readonly<Record<string, unknown>>;

export const encode = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));

export function importOptions(): ImportOptions {
  const random = createSeededRandom(7);
  return { now: new Date("2026-11-24T09:00:00Z"), createId: () => createUlid(1_795_000_000_000, random) };
}

export const coded = (system: string, code: string, display: string) => ({
  coding: [{ system, code, display }],
  text: display,
});
export const loinc = (code: string, display: string) => coded("http://loinc.org", code, display);
export const snomed = (code: string, display: string) => coded("http://snomed.info/sct", code, display);

export const patient: Draft = {
  resourceType: "Patient",
  id: "p1",
  name: [{ use: "official", prefix: ["Mrs"], given: ["Ada", "Maria"], family: "Brennan" }],
  gender: "female",
  birthDate: "1962-05",
  identifier: [
    { type: { coding: [{ code: "MR" }], text: "Record number" }, system: "urn:hospital", value: "A-17" },
    { type: { coding: [{ code: "SS" }] }, system: "http://hl7.org/fhir/sid/us-ssn", value: "999-00-0000" },
  ],
  address: [{ line: ["Long Street 4"], city: "Sundvik", country: "SE" }],
};

export const subject = { reference: "urn:uuid:p1" };

export const condition: Draft = {
  resourceType: "Condition",
  id: "c1",
  clinicalStatus: { coding: [{ code: "active" }] },
  verificationStatus: { coding: [{ code: "confirmed" }] },
  code: snomed("93870000", "Malignant neoplasm of liver (disorder)"),
  subject,
  onsetDateTime: "2025-12",
};

export const creatinine = (id: string, date: string, value: string, more: Draft = {}): Draft => ({
  resourceType: "Observation",
  id,
  status: "final",
  category: [{ coding: [{ code: "laboratory" }] }],
  code: loinc("2160-0", "Creatinine"),
  subject,
  effectiveDateTime: date,
  valueQuantity: { value: `#${value}#`, unit: "umol/L", system: "http://unitsofmeasure.org", code: "umol/L" },
  referenceRange: [
    { low: { value: "#45.0#", unit: "umol/L", code: "umol/L" }, high: { value: "#84#", code: "umol/L" } },
  ],
  ...more,
});

/** Digits as a sender writes them: `#60.0#` becomes 60.0, which no JSON writer here would write. */
export const withDigits = (value: unknown): string => JSON.stringify(value).replaceAll(/"#([^"#]*)#"/g, "$1");

export const bundle = (resources: readonly unknown[], type = "transaction"): Draft => ({
  resourceType: "Bundle",
  type,
  entry: [patient, ...resources].map((resource) => ({ fullUrl: urlOf(resource), resource })),
});

const urlOf = (resource: unknown): string | undefined =>
  typeof resource === "object" && resource !== null && "id" in resource && typeof resource.id === "string"
    ? `urn:uuid:${resource.id}`
    : undefined;

export const base64 = (text: string): string => btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
