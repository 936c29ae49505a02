import { describe, expect, test } from "vitest";
import { importFhir, importFhirResource } from "../import-fhir.ts";
import {
  bundle,
  condition,
  creatinine,
  type Draft,
  encode,
  importOptions,
  loinc,
  subject,
  withDigits,
} from "../testing/bundles.ts";
import { asXml } from "../testing/fhir-xml.ts";
import { richBundle } from "../testing/rich-bundle.ts";
import { readFhirXml } from "./read-fhir-xml.ts";

const both = (draft: Draft) => [
  importFhir(encode(withDigits(draft)), importOptions()),
  importFhir(encode(asXml(draft)), importOptions()),
];

/** What differs in how the elements of a bundle stand: once, several times, with only an extension. */
const various: readonly Draft[] = [
  creatinine("o1", "2026-01-01", "60.0"),
  creatinine("o2", "2026-02-01", "0.10", {
    interpretation: [{ coding: [{ code: "H" }] }],
    valueQuantity: undefined,
    valueBoolean: false,
  }),
  {
    resourceType: "MedicationRequest",
    id: "m1",
    status: "active",
    doNotPerform: true,
    contained: [
      {
        resourceType: "Medication",
        id: "in",
        code: { text: "aspirin" },
        ingredient: [{ itemCodeableConcept: { text: "x" }, isActive: true }],
      },
    ],
    medicationReference: { reference: "#in" },
    subject,
    authoredOn: "2026-01-05",
    note: [{ text: "first\nsecond" }, { text: "true" }],
    dosageInstruction: [
      { asNeededBoolean: true, doseAndRate: [{ doseQuantity: { value: "#0.50#", unit: "mg" } }] },
    ],
  },
  {
    resourceType: "Composition",
    id: "c",
    title: "Summary & more",
    date: "2026-05-03",
    subject,
    section: [
      {
        title: "Results",
        text: {
          status: "generated",
          div: '<div xmlns="http://www.w3.org/1999/xhtml"><p class="x">CEA &lt; 5 &amp; falling<br/>10<sup>9</sup>/L</p></div>',
        },
        section: [
          {
            title: "Inner",
            section: [
              { title: "Innermost", text: { div: '<div xmlns="http://www.w3.org/1999/xhtml">deep</div>' } },
            ],
          },
        ],
      },
    ],
  },
  {
    ...condition,
    id: "k",
    extension: [{ url: "urn:x", valueString: "y" }],
    modifierExtension: [{ url: "urn:not", valueBoolean: true }],
  },
];

describe("the same content as XML and as JSON", () => {
  test("becomes the same records, the same account and the same patient", () => {
    const [json, xml] = both(richBundle);
    expect(json?.ok).toBe(true);
    expect(xml).toEqual(json);
  });
  test("also with decimals, booleans, contained resources, narratives and modifiers", () => {
    const [json, xml] = both(bundle(various, "document"));
    expect(json?.ok && json.value.notUnderstood.map(({ gap }) => gap)).toContain("meaning-may-differ");
    expect(xml).toEqual(json);
    expect(JSON.stringify(xml)).toContain('"text":"60.0"');
    expect(JSON.stringify(xml)).toContain("CEA < 5 & falling\\n10⁹/L");
  });
  test("of one resource alone", () => {
    const report = {
      resourceType: "DiagnosticReport",
      id: "r",
      subject,
      code: loinc("1", "Chest radiograph"),
      conclusion: "Clear.",
    };
    expect(importFhirResource(encode(asXml(report)), importOptions())).toEqual(
      importFhirResource(encode(report), importOptions()),
    );
  });
  test("a list of one stays a list, a repeated primitive keeps its extensions in their places", () => {
    const file =
      '<Patient xmlns="http://hl7.org/fhir"><name><given value="Ada"/><given value="M"><extension url="u"><valueCode value="IN"/></extension></given></name><birthDate><extension url="absent"/></birthDate><deceasedDateTime><extension url="absent"/></deceasedDateTime></Patient>';
    const read = readFhirXml(encode(file));
    expect(read).toMatchObject({
      ok: true,
      value: {
        resourceType: "Patient",
        name: [{ given: ["Ada", "M"], _given: [null, { extension: [{ url: "u", valueCode: "IN" }] }] }],
        _deceasedDateTime: { extension: [{ url: "absent" }] },
      },
    });
    expect(read.ok && "deceasedDateTime" in read.value).toBe(false);
  });
  test("comments, other namespaces and prefixes change nothing", () => {
    const file =
      '<f:Bundle xmlns:f="http://hl7.org/fhir"><!-- x --><f:type value="subscription-notification"/></f:Bundle>';
    expect(importFhir(encode(file), importOptions())).toMatchObject({
      refusal: { reason: "unsupported-bundle", type: "subscription-notification" },
    });
  });
});
