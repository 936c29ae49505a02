import { canonicalJson, sha256Hex } from "@consilium/foundation";
import type { Bundle } from "@medplum/fhirtypes";
import { expect, test } from "vitest";
import { buildReport } from "../build-report.ts";
import { reportDigest } from "../digest.ts";
import type { ReportChange } from "../layout/lay-change.ts";
import type { ReportInput } from "../report-input.ts";
import { drawPng, fhirFaults, idOf, longInput, rich, sampleInput } from "../testing/index.ts";
import { fhirDocument, type FhirFiles } from "./fhir-document.ts";

const pdf = new TextEncoder().encode("%PDF-1.7");
const files: FhirFiles = {
  pdf,
  images: new Map([["key-1", drawPng(8, 6)]]),
  signatures: [
    {
      seat: idOf("seat hallstrom"),
      at: "2026-11-26T15:12:00Z",
      format: "application/jose",
      data: new TextEncoder().encode("evidence"),
    },
  ],
};

async function documentOf(input: ReportInput, given = files, change?: ReportChange): Promise<Bundle> {
  const report = buildReport(input);
  const digest = await reportDigest(report);
  return fhirDocument(
    report,
    { digest, checkAddress: "consilium.test/v/", reader: "clinician", change },
    given,
  );
}

const ofType = (bundle: Bundle, type: string) =>
  (bundle.entry ?? []).flatMap(({ resource }) => (resource?.resourceType === type ? [resource] : []));

const typesIn = (bundle: Bundle): readonly string[] =>
  (bundle.entry ?? []).map(({ resource }) => resource?.resourceType ?? "");

test("both validators and our own checks find nothing, in the bundle and in every entry", async () => {
  const bundle = await documentOf(sampleInput);
  expect(fhirFaults(bundle)).toEqual([]);
  expect(new Set(typesIn(bundle))).toEqual(
    new Set([
      "Composition",
      "Patient",
      "Organization",
      "Practitioner",
      "PractitionerRole",
      "ServiceRequest",
      "Communication",
      "Observation",
      "DiagnosticReport",
      "ClinicalImpression",
      "Task",
      "DocumentReference",
      "Media",
      "Binary",
      "Provenance",
    ]),
  );
});

test("the same report gives the same bundle; a corrected one keeps the ids of what stayed, and says what it replaces", async () => {
  const bundle = await documentOf(sampleInput);
  expect(canonicalJson(await documentOf(sampleInput))).toBe(canonicalJson(bundle));
  const digest = await reportDigest(buildReport(sampleInput));
  const replaces = { version: 1, digest, signedAt: "2026-11-26T15:12:00Z", reason: "A number was wrong." };
  const corrected = await documentOf({ ...sampleInput, version: 2, replaces });
  expect(fhirFaults(corrected)).toEqual([]);
  expect(corrected.identifier?.value).not.toBe(bundle.identifier?.value);
  expect(corrected.entry?.[0]?.resource).toMatchObject({
    relatesTo: [{ code: "replaces", targetIdentifier: { value: bundle.identifier?.value } }],
  });
  expect(corrected.entry?.[1]?.fullUrl).toBe(bundle.entry?.[1]?.fullUrl);
});

test.for([
  ["superseded", "amended", "superseded"],
  ["retracted", "entered-in-error", "entered-in-error"],
] as const)(
  "a copy of one that was %s since says so in its status, around the same signed bytes",
  async ([state, status, fileStatus]) => {
    const bundle = await documentOf(sampleInput);
    const at = "2026-11-28T09:00:00Z";
    const changed = await documentOf(sampleInput, files, { state, at, reason: "Of <somebody> else." });
    expect(fhirFaults(changed)).toEqual([]);
    expect(changed.timestamp).toBe(at);
    expect(changed.identifier?.value).not.toBe(bundle.identifier?.value);
    const [composition] = changed.entry ?? [];
    expect(JSON.stringify(composition)).toContain("28 November 2026");
    expect(composition?.resource).toMatchObject({ status, identifier: { value: bundle.identifier?.value } });
    const marked = { status: fileStatus, docStatus: status };
    const those = ofType(changed, "DocumentReference").filter((one) => "docStatus" in one);
    expect(those).toMatchObject([marked, marked]);
    for (const type of ["Binary", "Provenance"] as const)
      expect(ofType(changed, type)).toEqual(ofType(bundle, type));
  },
);

test("the signed bytes are in it: their SHA-256 is the digest", async () => {
  const bundle = await documentOf(sampleInput);
  const binaries = (bundle.entry ?? []).flatMap(({ resource }) =>
    resource?.resourceType === "Binary" ? [resource] : [],
  );
  const json = binaries.find(({ contentType }) => contentType === "application/json");
  const bytes = Uint8Array.from(Buffer.from(json?.data ?? "", "base64"));
  expect(await sha256Hex(bytes)).toBe(await reportDigest(buildReport(sampleInput)));
});

const named = (name: string) => ({ display: name });

test("each author is one, whoever signed answers for it, and whoever read blind is neither", async () => {
  const bundle = await documentOf(sampleInput);
  const [ingrid, tomasz, marc] = ["Dr Ingrid Hallström", "Dr Tomasz Wierzbicki", "Dr Marc Castellane"].map(
    named,
  );
  expect(find(bundle, "Composition")).toMatchObject({
    author: [ingrid, tomasz],
    attester: [{ mode: "legal", party: ingrid }],
  });
  const author = { coding: [{ code: "author" }] };
  expect(find(bundle, "Provenance")).toMatchObject({
    agent: [
      { type: author, who: ingrid },
      { type: author, who: tomasz },
      { type: { text: "Independent reader, blind until 2026-11-23T08:02:00Z" }, who: marc },
    ],
    signature: [{ who: expect.anything() }],
  });
});

test("what is asked, found, advised and urgent can be read as data", async () => {
  const bundle = await documentOf(sampleInput);
  const all = (bundle.entry ?? []).map(({ resource }) => resource);
  expect(all).toContainEqual(expect.objectContaining({ resourceType: "Communication", status: "stopped" }));
  expect(all).toContainEqual(
    expect.objectContaining({
      resourceType: "Task",
      priority: "urgent",
      restriction: { period: { end: "2026-12-08" } },
      owner: expect.objectContaining({ display: "Dr Adaeze Okonkwo" }),
    }),
  );
  expect(all).toContainEqual(expect.objectContaining({ resourceType: "Communication", priority: "stat" }));
  const passedOn = { at: "2026-11-22T09:00:00Z", second: null };
  const late = sampleInput.urgentFindings.map((finding) => ({ ...finding, passedOn }));
  const passed = await documentOf({ ...sampleInput, urgentFindings: late });
  expect((passed.entry ?? []).map(({ resource }) => resource)).toContainEqual(
    expect.objectContaining({
      resourceType: "Communication",
      note: [{ time: passedOn.at, text: "Passed on unanswered" }],
    }),
  );
  expect(all).toContainEqual(
    expect.objectContaining({
      resourceType: "Observation",
      valueString: "11 mm, 4 mm from the right hepatic vein",
    }),
  );
});

test("hostile and empty words stay valid", async () => {
  const hostile = `</div><script>alert(1)</script>&"'\u0000\uD800\uFFFF urn:name:patient`;
  const [question] = sampleInput.questions;
  if (!question) throw new Error("No question");
  for (const words of [hostile, ""]) {
    const sections = { ...sampleInput.opinion.sections, plain: rich(words), summary: rich(`**${words}**`) };
    const items = sampleInput.opinion.items.map((item) => ({
      ...item,
      fields: Object.fromEntries(
        Object.entries(item.fields).map(([name, value]) => [
          name,
          name === "question" || Array.isArray(value)
            ? value
            : typeof value === "string"
              ? words
              : rich(words),
        ]),
      ),
    }));
    const bundle = await documentOf({
      ...sampleInput,
      case: { ...sampleInput.case, title: words || "x" },
      patient: { ...sampleInput.patient, sex: words },
      questions: [{ ...question, text: words }],
      opinion: { ...sampleInput.opinion, sections, items },
    });
    expect(fhirFaults(bundle)).toEqual([]);
  }
});

test("a long opinion, one without anything, and one without files stay valid", async () => {
  expect(fhirFaults(await documentOf(longInput(60)))).toEqual([]);
  const bare = {
    ...sampleInput,
    patient: { id: null, name: "X", born: "1968", sex: null, country: null },
    askedBy: [],
    questions: [],
    records: [],
    missing: [],
    keyImages: [],
    contacts: [],
    urgentFindings: [],
    reasons: [],
    inputs: [],
    opinion: { ...sampleInput.opinion, items: [], evidence: [] },
  };
  expect(fhirFaults(await documentOf(bare, { pdf: null, images: new Map(), signatures: [] }))).toEqual([]);
});

test("a signature of somebody who did not sign is refused", async () => {
  const [signature] = files.signatures;
  if (!signature) throw new Error("No signature");
  await expect(
    documentOf(sampleInput, { ...files, signatures: [{ ...signature, seat: idOf("nobody") }] }),
  ).rejects.toThrow(/Nothing is called/);
});

test.for<readonly [string, (bundle: Bundle) => void]>([
  ["a missing status", (bundle) => Reflect.deleteProperty(find(bundle, "Observation"), "status")],
  ["a wrong code", (bundle) => Reflect.set(find(bundle, "Observation"), "status", "finished")],
  ["the 31st of February", (bundle) => Reflect.set(find(bundle, "Patient"), "birthDate", "1961-02-31")],
  ["a field that is none", (bundle) => Reflect.set(find(bundle, "Patient"), "foo", 1)],
  [
    "an invariant of an entry",
    (bundle) => Reflect.set(find(bundle, "Observation"), "dataAbsentReason", { text: "x" }),
  ],
  [
    "a dangling reference",
    (bundle) => Reflect.set(find(bundle, "Task"), "for", { reference: `urn:uuid:${"0".repeat(36)}` }),
  ],
  [
    "a script",
    (bundle) =>
      Reflect.set(find(bundle, "Task"), "text", {
        status: "generated",
        div: '<div xmlns="http://www.w3.org/1999/xhtml"><script>1</script></div>',
      }),
  ],
  [
    "a unit that is none",
    (bundle) =>
      Reflect.set(find(bundle, "Observation"), "extension", [
        { url: "x", valueQuantity: { system: "http://unitsofmeasure.org", code: "furlong" } },
      ]),
  ],
  ["an empty string", (bundle) => Reflect.set(find(bundle, "Task"), "description", "")],
  ["an empty list", (bundle) => Reflect.set(find(bundle, "Task"), "note", [])],
  ["a long id", (bundle) => Reflect.set(find(bundle, "Patient"), "id", "x".repeat(65))],
  [
    "a confidentiality that is none",
    (bundle) => Reflect.set(find(bundle, "Composition"), "confidentiality", "Q"),
  ],
  ["a null", (bundle) => Reflect.set(find(bundle, "Patient"), "name", null)],
])("the checks see %s", async ([, spoil]) => {
  const bundle = structuredClone(await documentOf(sampleInput));
  spoil(bundle);
  expect(fhirFaults(bundle)).not.toEqual([]);
});

function find(bundle: Bundle, type: string): object {
  const found = (bundle.entry ?? []).find(({ resource }) => resource?.resourceType === type)?.resource;
  if (!found) throw new Error(`No ${type}`);
  return found;
}
