import { recordSchema } from "@consilium/clinical";
import { describe, expect, test } from "vitest";
import { encode, importOptions } from "../fhir/testing/bundles.ts";
import { importCcda, isCcda } from "./import-ccda.ts";
import { ccda, gapsIn, noteText, patientRole, read, sct, section, withBody } from "./testing/documents.ts";

const refusal = (text: string) => {
  const result = importCcda(encode(text), importOptions());
  return result.ok ? null : result.refusal;
};

describe("a document about one patient", () => {
  test("names the patient as spoken, with the hospital's number and without that of the state", () => {
    const content = read(ccda(section("1-1", "T", "x")));
    expect(content).toMatchObject({
      format: "c-cda",
      patient: {
        name: "Mrs Ada Maria Brennan",
        birthDate: "1962-05",
        sex: "female",
        deceased: false,
        identifiers: [{ kind: "Northgate", system: "urn:oid:1.2.3", value: "A-17" }],
        address: { city: "Sundvik", region: null, country: "SE" },
        languages: ["sv-SE"],
      },
    });
    expect(gapsIn(content)).toContain("1 Patient.identifier administrative");
  });
  test("counts every section, and every resource is in a record or named", () => {
    const asthma = `<observation moodCode="EVN"><value xsi:type="CD" ${sct("195967001", "Asthma")}/></observation>`;
    const content = read(
      ccda(section("11450-4", "Problems", "Asthma", asthma, asthma), section("1-1", "Other", "x")),
    );
    expect(content.counts).toEqual([
      { type: "Patient", total: 1, represented: 1 },
      { type: "Condition", total: 2, represented: 2 },
      { type: "Problems", total: 1, represented: 1 },
      { type: "Other", total: 1, represented: 1 },
    ]);
    for (const record of content.records) expect(recordSchema.parse(record)).toEqual(record);
  });
  test("is read with prefixes, without a namespace, and with names and titles as plain text", () => {
    const prefixed = withBody(
      `<structuredBody><component>${section("1-1", "T", "x")}</component></structuredBody>`,
    )
      .replace('xmlns="urn:hl7-org:v3"', 'xmlns:c="urn:hl7-org:v3"')
      .replaceAll(/<(\/?)(?=[a-zA-Z])/g, "<$1c:");
    expect(noteText(read(prefixed))).toBe("T\n\nx");
    const role = "<patientRole><patient><name>Ada Brennan</name></patient></patientRole>";
    const bare = withBody("<structuredBody/>", [role]).replace(' xmlns="urn:hl7-org:v3"', "");
    expect(read(bare).patient.name).toBe("Ada Brennan");
  });
  test("keeps what HL7 says of unknown things out of the patient", () => {
    const role =
      '<patientRole><id nullFlavor="UNK"/><addr nullFlavor="UNK"/><patient><name><given>Ada</given><family nullFlavor="UNK"/></name><administrativeGenderCode nullFlavor="UNK"/><birthTime nullFlavor="UNK"/><sdtc:deceasedInd value="true"/></patient></patientRole>';
    expect(read(withBody("<structuredBody/>", [role])).patient).toMatchObject({
      name: "Ada",
      birthDate: null,
      deceased: true,
      sex: "unknown",
      identifiers: [],
      address: { city: null },
    });
  });
});

describe("a file that is refused", () => {
  test.each([
    ["an empty file", "", { reason: "empty-file" }],
    ["JSON", '{"errors": []}', { reason: "not-c-cda" }],
    ["plain text", "Dear colleague", { reason: "not-c-cda" }],
    ["a web page", "<html></html>", { reason: "not-c-cda" }],
    ["FHIR", '<Bundle xmlns="http://hl7.org/fhir"/>', { reason: "not-c-cda" }],
    ["another ClinicalDocument", '<ClinicalDocument xmlns="urn:other"/>', { reason: "not-c-cda" }],
    ["one without a patient", '<ClinicalDocument xmlns="urn:hl7-org:v3"/>', { reason: "no-patient" }],
    [
      "one of two patients",
      withBody("", [patientRole, patientRole]),
      { reason: "several-patients", patients: 2 },
    ],
    [
      "one with an unknown entity",
      '<ClinicalDocument xmlns="urn:hl7-org:v3">&x;</ClinicalDocument>',
      { reason: "not-xml", line: 1 },
    ],
    [
      "one that declares entities",
      '<!DOCTYPE a [<!ENTITY x "y">]><ClinicalDocument xmlns="urn:hl7-org:v3"/>',
      { reason: "xml-entities" },
    ],
    [
      "one of a thousand levels",
      `<ClinicalDocument xmlns="urn:hl7-org:v3">${"<a>".repeat(1000)}`,
      { reason: "too-deep", most: 100 },
    ],
  ])("%s", (_name, text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });
  test("cut off anywhere: half a list of allergies must not look like a whole one", () => {
    const whole = encode(ccda(section("48765-2", "Allergies", "<paragraph>Penicillin</paragraph>")));
    for (let end = 1; end < whole.length; end += 11) {
      const result = importCcda(whole.slice(0, end), importOptions());
      expect(result.ok || result.refusal.reason).toBe("truncated");
    }
  });
  test("is told from a clinical document by its first bytes", () => {
    expect(isCcda(encode(ccda()).slice(0, 400))).toBe(true);
    expect(isCcda(encode("<ClinicalDocument>"))).toBe(true);
    for (const other of ['<ClinicalDocument xmlns="urn:other">', "<Bundle>", "{}", ""]) {
      expect(isCcda(encode(other))).toBe(false);
    }
  });
});
