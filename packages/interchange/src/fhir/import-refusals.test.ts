import { describe, expect, test } from "vitest";
import { importFhir, importFhirResource } from "./import-fhir.ts";
import { importLimits } from "./read-file.ts";
import { base64, bundle, condition, encode, importOptions, patient } from "./testing/bundles.ts";

const refusal = (bytes: Uint8Array) => {
  const result = importFhir(bytes, importOptions());
  return result.ok ? null : result.refusal;
};
const refusalOf = (value: unknown) => refusal(encode(value));

describe("a file that opens no case is refused with its reason", () => {
  test("larger than is read, before it is looked at", () => {
    const bytes = new Uint8Array(importLimits.bytes + 1);
    expect(refusal(bytes)).toEqual({
      reason: "too-large",
      bytes: importLimits.bytes + 1,
      most: importLimits.bytes,
    });
  });
  test("a hundred levels deep", () => {
    expect(refusalOf(`{"resourceType":"Bundle","x":${"[".repeat(100)}${"]".repeat(100)}}`)).toEqual({
      reason: "too-deep",
      most: 50,
    });
  });
  test("cut off at any of its bytes", () => {
    const whole = encode(bundle([condition]));
    for (let end = 1; end < whole.length; end += 7) {
      expect(refusal(whole.slice(0, end))?.reason).toBe("truncated");
    }
  });
  test.each([
    ["an empty file", "", { reason: "empty-file" }],
    ["an empty bundle in XML", '<Bundle xmlns="http://hl7.org/fhir"/>', { reason: "empty-bundle" }],
    ["XML cut off", '<Bundle xmlns="http://hl7.org/fhir"><entry', { reason: "truncated" }],
    ["XML with a fault", '<Bundle xmlns="http://hl7.org/fhir">\n</Patient>', { reason: "not-xml", line: 2 }],
    ["C-CDA", '<ClinicalDocument xmlns="urn:hl7-org:v3"/>', { reason: "not-fhir" }],
    ["a web page", "<html></html>", { reason: "not-fhir" }],
    [
      "XML of one resource",
      '<Condition xmlns="http://hl7.org/fhir"/>',
      { reason: "single-resource", type: "Condition" },
    ],
    ["plain text", "Dear colleague", { reason: "not-json" }],
    ["broken JSON", '{"resourceType": Bundle}', { reason: "not-json" }],
    ["other JSON", { hello: "world" }, { reason: "not-fhir" }],
    ["a type that is a number", { resourceType: 7 }, { reason: "not-fhir" }],
    ["a type that is a sentence", { resourceType: "Dear colleague" }, { reason: "not-fhir" }],
    ["a list", "[1]", { reason: "not-fhir" }],
    ["a single resource", condition, { reason: "single-resource", type: "Condition" }],
    [
      "a type that R4 does not have",
      bundle([], "subscription-notification"),
      { reason: "unsupported-bundle", type: "subscription-notification" },
    ],
    [
      "a bundle of nothing",
      { resourceType: "Bundle", type: "collection", entry: [null] },
      { reason: "empty-bundle" },
    ],
    [
      "nobody's",
      { resourceType: "Bundle", type: "collection", entry: [{ resource: condition }] },
      { reason: "no-patient" },
    ],
    ["two people's", bundle([{ ...patient, id: "p2" }]), { reason: "several-patients", patients: 2 }],
    [
      "STU3",
      bundle([{ resourceType: "Condition", id: "x", clinicalStatus: "active" }]),
      { reason: "other-version", version: "STU3", mark: "Condition.clinicalStatus" },
    ],
    [
      "R5",
      bundle([{ resourceType: "MedicationStatement", id: "x", medication: { concept: {} } }]),
      { reason: "other-version", version: "R5", mark: "MedicationStatement.medication" },
    ],
  ])("%s", (_name, file, expected) => {
    expect(refusalOf(file)).toEqual(expected);
  });
  test("not in UTF-8", () => {
    expect(refusal(Uint8Array.of(0x7b, 0xff, 0x7d))).toEqual({ reason: "not-utf-8" });
  });
  test("one odd resource among many does not make another version; a mark of byte order is no fault", () => {
    const odd = { ...condition, id: "odd", clinicalStatus: "active" };
    const text = `\ufeff${JSON.stringify(bundle([condition, { ...condition, id: "c2" }, odd]))}`;
    expect(refusalOf(text)).toBeNull();
  });
});

describe("a single resource for an open case", () => {
  test("becomes a record and says whose it is", () => {
    const report = {
      resourceType: "DiagnosticReport",
      id: "r1",
      subject: { reference: "Patient/example", display: "Ada Brennan" },
      code: { text: "Chest radiograph" },
      category: [{ coding: [{ code: "RAD" }] }],
      presentedForm: [{ contentType: "application/xhtml", data: base64("<p>Clear lungs.</p>") }],
    };
    const result = importFhirResource(encode(report), importOptions());
    expect(result).toMatchObject({
      ok: true,
      value: {
        type: "DiagnosticReport",
        subject: { reference: "Patient/example", display: "Ada Brennan" },
        records: [{ kind: "imaging-report", title: "Chest radiograph" }],
      },
    });
  });
  test("with nothing to read is refused, and says why", () => {
    const file = {
      resourceType: "DocumentReference",
      id: "d",
      content: [{ attachment: { contentType: "application/pdf", data: "JVBE" } }],
    };
    expect(importFhirResource(encode(file), importOptions())).toMatchObject({
      ok: false,
      refusal: {
        reason: "nothing-to-add",
        type: "DocumentReference",
        notUnderstood: [{ gap: "attachment-not-text" }],
      },
    });
  });
  test("is not a bundle", () => {
    expect(importFhirResource(encode(bundle([])), importOptions())).toEqual({
      ok: false,
      refusal: { reason: "bundle-not-resource" },
    });
  });
});
