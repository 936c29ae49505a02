import { recordPlainText } from "@consilium/clinical";
import { describe, expect, test } from "vitest";
import { condition, creatinine, type Draft, loinc, snomed, subject } from "./testing/bundles.ts";
import { gapsIn, imported, only } from "./testing/imported.ts";

describe("the patient", () => {
  test("is named as spoken, with the date of birth as exact as it was given", () => {
    const { patient: person } = imported([]);
    expect(person).toMatchObject({
      name: "Mrs Ada Maria Brennan",
      birthDate: "1962-05",
      sex: "female",
      address: { city: "Sundvik", region: null, country: "SE" },
    });
  });
  test("keeps the hospital's number; the social security number is left in the file, and said to be", () => {
    const content = imported([]);
    expect(content.patient.identifiers).toEqual([
      { kind: "Record number", system: "urn:hospital", value: "A-17" },
    ]);
    expect(gapsIn(content)).toEqual(["1 Patient.identifier administrative"]);
  });
});

describe("laboratory values", () => {
  test("of one code and unit are one series, oldest first, with the digits as sent", () => {
    const { content } = only(
      imported([creatinine("o2", "2026-03-01", "70.50"), creatinine("o1", "2026-01-01", "60.0")]),
      "laboratory",
    );
    expect(content.series).toHaveLength(1);
    const [series] = content.series;
    expect(series).toMatchObject({ title: "Creatinine", unit: { text: "µmol/L", ucum: "umol/L" } });
    expect(series?.points.map(({ date, value }) => [date, value])).toEqual([
      ["2026-01-01", { kind: "quantity", value: { text: "60.0", number: 60 }, comparator: null }],
      ["2026-03-01", { kind: "quantity", value: { text: "70.50", number: 70.5 }, comparator: null }],
    ]);
    expect(series?.points[0]?.range).toMatchObject({ low: { text: "45.0" }, high: { text: "84" } });
  });
  test("of two units are two series", () => {
    const inMilligrams = creatinine("o2", "2026-03-01", "0.8", {
      valueQuantity: { value: "#0.8#", unit: "mg/dL", system: "http://unitsofmeasure.org", code: "mg/dL" },
    });
    const { content } = only(imported([creatinine("o1", "2026-01-01", "60"), inMilligrams]), "laboratory");
    expect(content.series.map(({ unit }) => unit?.ucum)).toEqual(["umol/L", "mg/dL"]);
    // The range is in µmol/L: beside 0.8 mg/dL it must not look like limits of that number.
    expect(content.series[1]?.points[0]?.range).toEqual({
      low: null,
      high: null,
      text: "45.0 µmol/L to 84 µmol/L",
    });
  });
  test("below the limit of detection are not the limit", () => {
    const low = creatinine("o1", "2026-01-01", "5", {
      valueQuantity: { value: "#5#", comparator: "<", unit: "mg/L" },
    });
    expect(recordPlainText(only(imported([low]), "laboratory"))).toContain("<5 mg/L");
  });
  test("that are missing say why", () => {
    const { valueQuantity: _value, ...without } = creatinine("o1", "2026-01-01", "5");
    const absent = { ...without, dataAbsentReason: { text: "haemolysed" } };
    expect(recordPlainText(only(imported([absent]), "laboratory"))).toContain("No value: haemolysed");
  });
  test("stand under the panel of their report; blood pressure is read from its components", () => {
    const pressure: Draft = {
      resourceType: "Observation",
      id: "bp",
      status: "preliminary",
      category: [{ coding: [{ code: "vital-signs" }] }],
      code: loinc("85354-9", "Blood pressure"),
      subject,
      effectiveDateTime: "2026-01-01T08:00:00Z",
      component: [
        { code: loinc("8462-4", "Diastolic"), valueQuantity: { value: 80, unit: "mm[Hg]" } },
        { code: loinc("8480-6", "Systolic"), valueQuantity: { value: 130, unit: "mm[Hg]" } },
      ],
    };
    const report: Draft = {
      resourceType: "DiagnosticReport",
      id: "r1",
      status: "final",
      category: [{ coding: [{ code: "LAB" }] }],
      code: loinc("24323-8", "Kidney panel"),
      subject,
      result: [{ reference: "urn:uuid:o1" }, { reference: "Observation/gone" }],
    };
    const content = imported([pressure, creatinine("o1", "2026-01-01", "60"), report]);
    const [laboratory, vital] = content.records;
    expect(laboratory).toMatchObject({
      title: "Laboratory results",
      content: { series: [{ group: "Kidney panel" }] },
    });
    expect(vital).toMatchObject({
      title: "Vital signs",
      content: {
        series: [{ title: "Systolic", points: [{ status: "preliminary" }] }, { title: "Diastolic" }],
      },
    });
    expect(gapsIn(content)).toContain("1 DiagnosticReport.result reference-not-in-file");
  });
});

describe("lists", () => {
  test("a problem keeps its month, its codes and loses the tag of its terminology", () => {
    expect(only(imported([condition]), "problems").content.entries[0]).toMatchObject({
      title: "Malignant neoplasm of liver",
      from: "2025-12",
      status: "active",
      certainty: "confirmed",
      codings: [{ system: "http://snomed.info/sct", code: "93870000" }],
    });
  });
  test("what did not happen does not look as if it did", () => {
    const content = imported([
      {
        resourceType: "Procedure",
        id: "x1",
        status: "not-done",
        code: snomed("1", "Hemicolectomy"),
        subject,
      },
      {
        resourceType: "MedicationRequest",
        id: "x2",
        status: "active",
        doNotPerform: true,
        medicationCodeableConcept: snomed("2", "Metformin"),
        subject,
      },
      { ...condition, id: "x3", verificationStatus: { coding: [{ code: "refuted" }] } },
    ]);
    const titles = content.records.map((record) => recordPlainText(record).split("\n")[0]);
    expect(titles).toEqual([
      "Ruled out: Malignant neoplasm of liver",
      "Not to be given: Metformin",
      "Not done: Hemicolectomy",
    ]);
  });
  test("a medicine is found inside the request, by reference, and its dose is put into words", () => {
    const inside: Draft = {
      resourceType: "MedicationRequest",
      id: "m1",
      status: "active",
      contained: [
        {
          resourceType: "Medication",
          id: "med",
          code: {
            coding: [
              {
                system: "http://www.nlm.nih.gov/research/umls/rxnorm",
                code: "860975",
                display: "metformin 500 MG",
              },
            ],
          },
        },
      ],
      medicationReference: { reference: "#med" },
      dosageInstruction: [
        {
          timing: { repeat: { frequency: 2, period: 1, periodUnit: "d" } },
          doseAndRate: [{ doseQuantity: { value: "#0.50#", unit: "mg" } }],
          asNeededBoolean: true,
        },
      ],
      reasonReference: [{ reference: "urn:uuid:c1" }],
      subject,
    };
    const apart = {
      resourceType: "MedicationStatement",
      id: "m2",
      status: "active",
      medicationReference: { reference: "Medication/apart" },
      subject,
    };
    const medication = { resourceType: "Medication", id: "apart", code: { text: "amlodipine 5 mg" } };
    const content = imported([inside, apart, medication, condition]);
    expect(only(content, "medicines").content.entries).toMatchObject([
      {
        title: "metformin 500 MG",
        dose: "0.50 mg, 2 times a day, as needed",
        reason: "Malignant neoplasm of liver",
        basis: "prescribed",
      },
      { title: "amlodipine 5 mg", basis: "stated" },
    ]);
    expect(content.counts).toContainEqual({ type: "Medication", total: 1, represented: 1 });
  });
  test("an allergy keeps each reaction with its severity", () => {
    const allergy = {
      resourceType: "AllergyIntolerance",
      id: "a1",
      code: snomed("764146007", "Penicillin (substance)"),
      criticality: "high",
      patient: subject,
      reaction: [
        { manifestation: [{ text: "Hives" }, { text: "Wheeze" }], severity: "severe" },
        { description: "Felt unwell", severity: "mild" },
      ],
    };
    expect(only(imported([allergy]), "allergies").content.entries[0]).toMatchObject({
      title: "Penicillin",
      severity: "severe",
      criticality: "high",
      reactions: [
        { text: "Hives, Wheeze", severity: "severe" },
        { text: "Felt unwell", severity: "mild" },
      ],
    });
  });
});
