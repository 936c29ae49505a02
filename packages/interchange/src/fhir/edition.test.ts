import { expect, test } from "vitest";
import { importFhir } from "./import-fhir.ts";
import { base64, encode, importOptions } from "./testing/bundles.ts";

type Json = Readonly<Record<string, unknown>>;

const person = {
  fullUrl: "urn:uuid:00000000-0000-4000-8000-00000000000a",
  resource: { resourceType: "Patient", name: [{ text: "Mara Lind" }], birthDate: "1961-02-03" },
};
const setOf = { system: "https://north.example/documents", value: "7" };

const composition = (changed: Json = {}) => ({
  resourceType: "Composition",
  status: "final",
  identifier: setOf,
  title: "Summary",
  date: "2026-05-03",
  section: [{ title: "Course", text: { div: "<div>Stable.</div>" } }],
  ...changed,
});

function editionsIn(bundle: Json) {
  const read = importFhir(encode(JSON.stringify(bundle)), importOptions());
  if (!read.ok) throw new Error(read.refusal.reason);
  return read.value.records.map(({ kind, edition }) => ({ kind, edition }));
}

const document = (resource: Json, changed: Json = {}) => ({
  resourceType: "Bundle",
  type: "document",
  identifier: { system: "urn:ietf:rfc:3986", value: "urn:uuid:00000000-0000-4000-8000-000000000001" },
  entry: [{ fullUrl: "urn:uuid:00000000-0000-4000-8000-00000000000c", resource }, person],
  ...changed,
});

test("a document says its own name, what all its versions have in common, and its patient", () => {
  const [note] = editionsIn(document(composition({ meta: { versionId: "3" } })));
  expect(note?.edition).toEqual({
    ids: ["urn:uuid:00000000-0000-4000-8000-000000000001", "urn:uuid:00000000-0000-4000-8000-00000000000c"],
    set: "https://north.example/documents|7",
    version: 3,
    replaces: [],
    patient: { name: "Mara Lind", born: "1961-02-03" },
  });
});

test("what it says it replaces is taken by identifier or address; what it appends to is not", () => {
  const relatesTo = [
    { code: "replaces", targetIdentifier: { system: "https://north.example/documents", value: "6" } },
    {
      code: "replaces",
      targetReference: { reference: "https://north.example/fhir/Composition/5/_history/2" },
    },
    { code: "replaces", targetReference: { reference: "Composition/4" } },
    { code: "appends", targetIdentifier: { system: "https://north.example/documents", value: "3" } },
  ];
  const [note] = editionsIn(document(composition({ relatesTo })));
  expect(note?.edition?.replaces).toEqual([
    "https://north.example/documents|6",
    "https://north.example/fhir/Composition/5",
  ]);
});

test("a bundle that is no document, and one that says no name, have no edition", () => {
  expect(editionsIn(document(composition(), { type: "collection" }))[0]?.edition).toBeUndefined();
  const nameless = composition({ identifier: { value: "7" } });
  const entry = [{ resource: nameless }, person];
  expect(editionsIn(document(nameless, { identifier: undefined, entry }))[0]?.edition).toBeUndefined();
});

const reference = (id: string, changed: Json = {}) => ({
  fullUrl: `https://north.example/fhir/DocumentReference/${id}`,
  resource: {
    resourceType: "DocumentReference",
    id,
    status: "current",
    subject: { reference: person.fullUrl },
    type: { text: "Letter" },
    content: [{ attachment: { contentType: "text/plain", data: base64(`Letter ${id}.`) } }],
    ...changed,
  },
});

test("of documents in one file one names the other that it replaces, by its id in the file", () => {
  const relatesTo = [{ code: "replaces", target: { reference: "DocumentReference/1" } }];
  const masterIdentifier = { system: "urn:ietf:rfc:3986", value: "urn:oid:1.2.3.4" };
  const [first, second] = editionsIn({
    resourceType: "Bundle",
    type: "collection",
    entry: [reference("1", { masterIdentifier }), reference("2", { relatesTo }), person],
  });
  expect(first?.edition?.ids).toEqual(["https://north.example/fhir/DocumentReference/1", "urn:oid:1.2.3.4"]);
  expect(second?.edition?.replaces).toContain("https://north.example/fhir/DocumentReference/1");
});

test("identifiers without end, and more of them than anybody needs, are left out", () => {
  const long = { system: "https://north.example", value: "7".repeat(500) };
  const relatesTo = Array.from({ length: 50 }, (_, value) => ({
    code: "replaces",
    targetIdentifier: { system: "https://north.example", value: String(value) },
  }));
  const [note] = editionsIn(document(composition({ identifier: long, relatesTo })));
  expect(note?.edition?.set).toBeNull();
  expect(note?.edition?.replaces).toHaveLength(8);
});
