import { once } from "node:events";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { importLimits } from "@consilium/interchange";
import { refusalSentence } from "@consilium/language";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { oncology } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { createFileReader } from "./read-file.ts";

const patient = { resourceType: "Patient", id: "p", name: [{ given: ["Ada"], family: "Quist" }] };
const problem = (id: string) => ({
  resourceType: "Condition",
  id,
  code: { text: "Asthma" },
  subject: { reference: "Patient/p" },
});
const note = (id: number) => ({
  resourceType: "DocumentReference",
  id: `n${id}`,
  status: "current",
  subject: { reference: "Patient/p" },
  content: [
    { attachment: { contentType: "text/plain", data: Buffer.from(`Note ${id}`).toString("base64") } },
  ],
});
const bundle = (...resources: readonly unknown[]) => ({
  resourceType: "Bundle",
  type: "collection",
  entry: resources.map((resource) => ({ resource })),
});
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe("a file over HTTP", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  }, 60_000);
  afterAll(() => server.close());

  const nested = `{"resourceType":"Bundle","x":${"[".repeat(100)}${"]".repeat(100)}}`;
  const bad = [
    ["", "empty-file"],
    ["Dear colleague,", "not-json"],
    [`<Bundle xmlns="http://hl7.org/fhir"/>`, "empty-bundle"],
    [`<Bundle xmlns="http://hl7.org/fhir">&bomb;</Bundle>`, "not-xml"],
    [`{"resourceType":"Bundle","entry":[{"resource":`, "truncated"],
    [nested, "too-deep"],
    [`{"name":"Ada"}`, "not-fhir"],
    [bundle(problem("c")), "no-patient"],
    [problem("c"), "single-resource"],
  ] as const;

  test("that is no FHIR, cut off or too deep is refused with its reason and a sentence", async () => {
    const referrer = await server.as("referrer");
    const answers = await Promise.all(bad.map(([body]) => referrer.post("/cases/import", body)));
    const reasons = answers.map(({ body }) => body);
    expect(reasons).toEqual(
      bad.map(([, reason]) => ({ refusal: reason, sentence: expect.stringMatching(/^[A-Z].*\.$/) })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422]));
  });

  test("that is too large is refused by its announced size, before it has come", async () => {
    const { cookie } = await server.as("referrer");
    const headers = { cookie, "content-length": importLimits.bytes + 1 };
    const sending = request(`${server.origin}/api/cases/import`, { method: "POST", headers });
    sending.flushHeaders();
    const [answer] = await once(sending, "response");
    const body: unknown = JSON.parse(await text(answer));
    sending.on("error", () => undefined).destroy();
    expect([answer.statusCode, body]).toEqual([
      413,
      { refusal: "too-large", sentence: "The file is too large. At most 40 MiB are taken at once." },
    ]);
  });

  test("becomes a case of whoever sent it, with all of its records, in their order", async () => {
    const referrer = await server.as("referrer");
    // More than one statement of the database takes.
    const notes = Array.from({ length: 6000 }, (_, index) => note(index));
    const answer = await referrer.post("/cases/import", bundle(patient, problem("c"), ...notes));
    expect(answer.status).toBe(201);
    const { id, records } = z.object({ id: z.string(), records: z.int() }).parse(answer.body);
    expect(records).toBe(6001);
    const page = await referrer.ask(`/cases/${id}/records?limit=200`);
    expect(page.body).toMatchObject({ next: expect.any(String) });
    expect((await referrer.ask(`/cases/${id}`)).body).toMatchObject({
      title: "Asthma",
      seat: { role: "referrer" },
    });
    expect((await (await server.as("admin")).post("/cases/import", bundle(patient))).status).toBe(403);
  }, 60_000);

  test("opens a case as FHIR in XML and as C-CDA as well", async () => {
    const referrer = await server.as("referrer");
    const fhir = `<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/><entry><resource><Patient><name><family value="Quist"/></name></Patient></resource></entry><entry><resource><Condition><code><text value="Asthma"/></code></Condition></resource></entry></Bundle>`;
    const document = `<ClinicalDocument xmlns="urn:hl7-org:v3"><recordTarget><patientRole><patient><name>Ada Quist</name></patient></patientRole></recordTarget><component><structuredBody><component><section><title>History</title><text>Seen and well.</text></section></component></structuredBody></component></ClinicalDocument>`;
    const answers = await Promise.all([fhir, document].map((body) => referrer.post("/cases/import", body)));
    expect(answers.map(({ body }) => body)).toMatchObject([
      { records: 1, notUnderstood: [] },
      { records: 1, notUnderstood: [] },
    ]);
  });

  test("of one resource is added by who may add, and refused unread to others", async () => {
    const path = `/cases/${oncology}/records/import`;
    const added = await (await server.as("patient")).post(path, problem("c"));
    expect([added.status, added.body]).toMatchObject([201, { records: [expect.any(String)] }]);
    const whole = await (await server.as("patient")).post(path, bundle(patient));
    expect(whole.body).toMatchObject({ refusal: "bundle-not-resource" });
    expect((await (await server.as("specialist")).post(path, "no JSON")).body).toMatchObject({
      refusal: "no-right",
    });
  });
});

describe("a process that reads a file", () => {
  test("is stopped by its clock", async () => {
    const reader = createFileReader(() => new Date(), { longest: 1 });
    expect(await reader.bundle(bytesOf(bundle(patient)))).toEqual({ ok: false, reason: "too-much-work" });
  });

  test("is stopped by its bound on memory", async () => {
    const reader = createFileReader(() => new Date(), { memory: 16 * 2 ** 20 });
    const many = bundle(patient, ...Array.from({ length: 6000 }, (_, index) => note(index)));
    expect(await reader.bundle(bytesOf(many))).toEqual({ ok: false, reason: "too-much-work" });
    expect(refusalSentence("too-much-work", {})).toContain("Split it");
  });

  test("is one of few: the next ones wait, and too many are told so", async () => {
    const reader = createFileReader(() => new Date(), { atOnce: 1, waiting: 1 });
    const file = bytesOf(bundle(patient, problem("c")));
    const [first, second, third] = await Promise.all([
      reader.bundle(file),
      reader.bundle(file),
      reader.bundle(file),
    ]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(third).toEqual({ ok: false, reason: "too-many" });
    expect((await reader.bundle(file)).ok).toBe(true);
  });
});
