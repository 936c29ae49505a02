import { recordPlainText, recordSchema } from "@consilium/clinical";
import { describe, expect, test } from "vitest";
import { importFhir } from "./import-fhir.ts";
import { unaccounted } from "./testing/account.ts";
import {
  base64,
  bundle,
  condition,
  type Draft,
  encode,
  importOptions,
  loinc,
  patient,
  subject,
} from "./testing/bundles.ts";
import { gapsIn, imported, only } from "./testing/imported.ts";

const reference = (attachment: Draft, id = "d1"): Draft => ({
  resourceType: "DocumentReference",
  id,
  status: "current",
  type: loinc("11504-8", "Operation note"),
  date: "2026-02-18T13:40:00Z",
  author: [{ display: "C. Devane" }],
  subject,
  content: [{ attachment }],
});

const report = (id: string, category: string) => ({
  resourceType: "DiagnosticReport",
  id,
  category: [{ coding: [{ code: category }] }],
  code: { text: "Report" },
  conclusion: "No change.",
  subject,
});

describe("notes", () => {
  test("plain text is read as typed", () => {
    const note = only(
      imported([
        reference({
          contentType: "text/plain; charset=utf-8",
          data: base64("Sigmoid resected.\nNo leak.\n\nBlood loss 90 mL."),
        }),
      ]),
      "note",
    );
    expect(note).toMatchObject({
      title: "Operation note",
      author: "C. Devane",
      date: "2026-02-18T13:40:00Z",
    });
    expect(recordPlainText(note)).toBe("Sigmoid resected.\nNo leak.\n\nBlood loss 90 mL.");
  });
  test("markup in a Binary is read without its scripts", () => {
    const binary = {
      resourceType: "Binary",
      id: "b1",
      contentType: "text/html",
      data: base64("<p>Stoma <b>closed</b>.</p><script>x()</script>"),
    };
    const content = imported([reference({ contentType: "text/html", url: "Binary/b1" }), binary]);
    expect(recordPlainText(only(content, "note"))).toBe("Stoma closed.");
    expect(content.counts).toContainEqual({ type: "Binary", total: 1, represented: 1 });
  });
  test("what is no text, is elsewhere or is broken is counted by its reason", () => {
    const content = imported([
      reference({ contentType: "application/pdf", data: base64("%PDF") }, "d1"),
      reference({ contentType: "application/pdf", url: "https://example.org/a.pdf" }, "d2"),
      reference({ contentType: "text/plain", data: "!!!" }, "d3"),
    ]);
    expect(gapsIn(content)).toEqual(
      expect.arrayContaining([
        "1 DocumentReference attachment-not-text",
        "1 DocumentReference attachment-elsewhere",
        "1 DocumentReference attachment-unreadable",
      ]),
    );
    expect(content.records).toEqual([]);
  });
  test("a document's sections become one note in its order", () => {
    const composition = {
      resourceType: "Composition",
      id: "comp",
      title: "Patient summary",
      date: "2026-05-03",
      subject,
      section: [
        { title: "Results", text: { div: "<div><table><tr><th>CEA</th><td>6.1</td></tr></table></div>" } },
        { title: "History", section: [{ title: "Operations", text: { div: "<div>None</div>" } }] },
        { title: "Allergies", emptyReason: { text: "Nil known" } },
      ],
    };
    const note = only(imported([composition], "document"), "note");
    expect(recordPlainText(note)).toBe(
      "Results\n\nCEA\t6.1\n\nHistory\n\nOperations\n\nNone\n\nAllergies\n\nEmpty: Nil known",
    );
  });
  test("a radiology report is an imaging report, a pathology report is one of pathology", () => {
    expect(imported([report("r1", "RAD"), report("r2", "SP")]).records.map(({ kind }) => kind)).toEqual([
      "imaging-report",
      "pathology",
    ]);
  });
});

describe("nothing is silently dropped, and nothing is read that must not be", () => {
  test("another patient's, retracted, modified, repeated and unknown resources are named", () => {
    const content = imported([
      { ...condition, id: "k1", subject: { reference: "Patient/somebody-else" } },
      { ...condition, id: "k2", verificationStatus: { coding: [{ code: "entered-in-error" }] } },
      { ...condition, id: "k3", modifierExtension: [{ url: "urn:not" }] },
      condition,
      condition,
      { resourceType: "Claim", id: "k4" },
      { resourceType: "Organization", id: "k5", name: "Nobody refers to it" },
      { resourceType: "MolecularSequence", id: "k6" },
      { resourceType: "Consent", id: "k7", text: { div: "<div>Consents to sharing</div>" } },
    ]);
    expect(gapsIn(content)).toEqual(
      expect.arrayContaining([
        "1 Condition other-patient",
        "1 Condition entered-in-error",
        "1 Condition meaning-may-differ",
        "1 Condition duplicate",
        "1 Claim billing",
        "1 Organization not-referred-to",
        "1 MolecularSequence type-not-supported",
        "1 Consent.codes text-only",
      ]),
    );
    expect(unaccounted(content)).toBe(0);
    for (const record of content.records) expect(recordSchema.parse(record)).toEqual(record);
    expect(only(content, "problems").content.entries).toHaveLength(1);
    expect(recordPlainText(only(content, "note"))).toContain("Consents to sharing");
  });
  test("entries that are null, lists, numbers or without a type are counted", () => {
    const file = {
      ...bundle([]),
      entry: [{ resource: patient }, null, [], 7, {}, { resource: { id: "x" } }],
    };
    const result = importFhir(encode(file), importOptions());
    expect(result.ok && gapsIn(result.value)).toContain("5 entry malformed");
  });
});
