import { setTimeout as pause } from "node:timers/promises";
import { reportDigest, type Report } from "@consilium/report";
import { setItemField } from "@consilium/workspace";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditOf, leadOpinion, oncology, seatOf } from "../testing/demo-cases.ts";
import { Reports, Sheet } from "../testing/signing-shapes.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { password } from "../testing/test-configuration.ts";
import type { TestPerson } from "../testing/test-person.ts";
import { stockClient } from "../testing/test-socket.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
let author: TestPerson;
let second: TestPerson;
let referrer: TestPerson;
let patient: TestPerson;
let opinion: string;
/** Read before it was signed. */
let shown: Report | undefined;
beforeAll(async () => {
  server = await startTestServer();
  author = await server.as("specialist");
  second = await server.as("second.specialist");
  referrer = await server.as("referrer");
  patient = await server.as("patient");
  opinion = await leadOpinion(server.open, oncology);
}, 60_000);
afterAll(() => server.close());

/** What the server keeps was made by `buildReport`; its digest is compared. */
const reportShape = z.custom<Report>(
  (value) => typeof value === "object" && value !== null && "form" in value,
);
const Refusal = z.object({ refusal: z.string() });
const Case = z.looseObject({
  state: z.string(),
  opinions: z.array(z.looseObject({ id: z.string(), state: z.string() })),
});

const sheetOf = async (of = opinion, who = author) =>
  Sheet.parse((await who.ask(`/cases/${oncology}/opinions/${of}/signing`)).body);
const sign = (body: object, of = opinion, who = author) =>
  who.post(`/cases/${oncology}/opinions/${of}/signing`, { password, ...body });
const reasonsFor = ({ open }: z.infer<typeof Sheet>) =>
  open.filter(({ level }) => level === "look").map(({ key }) => ({ key, reason: "Looked at, and left so." }));
const reportsOf = async (who: TestPerson) =>
  Reports.parse((await who.ask(`/cases/${oncology}/reports`)).body);
const caseOf = async (who: TestPerson) => Case.parse((await who.ask(`/cases/${oncology}`)).body);
const refusalOf = ({ body }: { readonly body: unknown }) => Refusal.parse(body).refusal;

/** Writes into the draft as its author would, and waits until the server has it. */
async function write(
  of: string,
  change: (doc: ReturnType<typeof stockClient>["doc"]) => void,
): Promise<void> {
  const before = (await sheetOf(of)).basis;
  const client = stockClient(author, oncology, `opinion.${of}`, { ack: "1" });
  await vi.waitFor(() => expect(client.provider.synced).toBe(true), 10_000);
  change(client.doc);
  await vi.waitFor(async () => expect((await sheetOf(of)).basis).not.toBe(before), 10_000);
  client.stop();
}

const ownerFor = async (of: string) => {
  const must = (await sheetOf(of)).open.find(({ rule }) => rule === "recommendation-without-owner");
  const seat = await seatOf(server.open, oncology, "referrer");
  await write(of, (doc) => setItemField(doc, must?.target.item ?? "", "owner", seat));
};

test("what must be done stops the signature, and nothing is frozen", async () => {
  const sheet = await sheetOf();
  expect(sheet.state).toBe("ready");
  expect(sheet.open.filter(({ level }) => level === "must").map(({ rule }) => rule)).toEqual([
    "recommendation-without-owner",
  ]);
  const answer = await sign({ basis: sheet.basis, reasons: reasonsFor(sheet) });
  expect([answer.status, refusalOf(answer)]).toEqual([409, "open-points"]);
  expect((await caseOf(author)).state).toBe("in-review");
  expect((await reportsOf(author)).items).toEqual([]);
});

test("a day before the patient was born stops the signature, a day that is over asks for a look", async () => {
  const item = (await sheetOf()).open.find(({ rule }) => rule === "recommendation-without-owner")?.target
    .item;
  const due = async (day: string | null) => {
    await write(opinion, (doc) => setItemField(doc, item ?? "", "due", day));
    const { open } = await sheetOf();
    return open.flatMap(({ rule, level }) => (rule.includes("-due-") ? [`${rule} ${level}`] : []));
  };
  expect(await due("1868-03-14")).toEqual(["recommendation-due-before-birth must"]);
  expect(await due("2020-03-14")).toEqual(["recommendation-due-past look"]);
  expect(await due("2126-03-14")).toEqual([]);
});

test("who is no author of the opinion neither sees its sheet nor signs it", async () => {
  for (const who of [referrer, patient, await server.as("coordinator")]) {
    expect((await who.ask(`/cases/${oncology}/opinions/${opinion}/signing`)).status).toBe(403);
    const answer = await sign({ basis: "" }, opinion, who);
    expect(answer.status).toBe(403);
  }
});

test("the password is asked for at the moment of signing; a wrong one signs nothing", async () => {
  await ownerFor(opinion);
  const sheet = await sheetOf();
  expect(sheet.open.filter(({ level }) => level === "must")).toEqual([]);
  const said = { basis: sheet.basis, reasons: reasonsFor(sheet) };
  const answer = await sign({ ...said, password: "not the password" });
  expect([answer.status, refusalOf(answer)]).toEqual([403, "wrong-password"]);
  const without = await sign({ basis: sheet.basis });
  expect(refusalOf(without)).toBe("reason-needed");
  expect(refusalOf(await sign({ ...said, code: "123456" }))).toBe("malformed-request");
  const byCode = await sign({ ...said, password: undefined, code: "123456" });
  expect([byCode.status, refusalOf(byCode)]).toEqual([409, "no-authenticator"]);
  expect((await caseOf(author)).state).toBe("in-review");
});

test("what was changed since it was looked at is not signed unseen", async () => {
  const sheet = await sheetOf();
  const item = sheet.open.find(({ rule }) => rule.startsWith("citation"))?.target.item ?? "";
  await write(opinion, (doc) => setItemField(doc, item, "title", "Another title"));
  const answer = await sign({ basis: sheet.basis, reasons: reasonsFor(sheet) });
  expect(refusalOf(answer)).toBe("changed-since");
});

test("whoever signs can read the whole report under the basis that they sign, booked as read; nobody else, and not under another", async () => {
  const { basis } = await sheetOf();
  const path = `/cases/${oncology}/opinions/${opinion}/signing/report?basis=`;
  const answer = await author.ask(`${path}${basis}`);
  const { report: text } = z.object({ report: reportShape }).parse(answer.body);
  expect(text).toMatchObject({ version: 1, reasons: [], signers: [{ name: "Dr Ingrid Hallström" }] });
  expect(text.sections.summary.length).toBeGreaterThan(0);
  const read = (await auditOf(server.open)).at(-1);
  expect(read).toMatchObject({ act: "read", subject: `opinion.${opinion}/signing/report` });
  expect(refusalOf(await author.ask(`${path}${"0".repeat(64)}`))).toBe("changed-since");
  for (const who of [referrer, patient]) expect((await who.ask(`${path}${basis}`)).status).toBe(403);
  expect((await reportsOf(author)).items).toEqual([]);
  shown = text;
});

test("of two who sign at once one signs; the case is signed, the report is what its digest says, and the care team reads it", async () => {
  const sheet = await sheetOf();
  const said = { basis: sheet.basis, reasons: reasonsFor(sheet) };
  const answers = await Promise.all([sign(said), sign(said, opinion, second)]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
  const { state, opinions } = await caseOf(author);
  expect([state, opinions.find(({ id }) => id === opinion)?.state]).toEqual(["signed", "signed"]);
  const [report] = (await reportsOf(referrer)).items;
  expect(report).toMatchObject({ n: 1, opinion, state: "current" });
  const read = await referrer.ask(`/cases/${oncology}/reports/${report?.id}`);
  const { report: text } = z.looseObject({ report: reportShape }).parse(read.body);
  expect(await reportDigest(text)).toBe(report?.digest);
  expect(text.reasons).toHaveLength(sheet.open.length);
  // What was read before is what was signed, but for what the signature itself says.
  const { signedAt, signers, contributors, statement, reasons } = text;
  expect({ ...shown, signedAt, signers, contributors, statement, reasons }).toEqual(text);
  expect(text.inputs.map(({ name }) => name)).toEqual(sheet.inputs.map(({ name }) => name));
  const signed = (await auditOf(server.open)).find(({ act }) => act === "report.signed");
  expect(signed).toMatchObject({ subject: report?.id, body: { n: 1, digest: report?.digest } });
  expect((await sheetOf()).state).toBe("not-now");
});

test("nothing changes what was signed, neither in the database nor by its author", async () => {
  const { query } = server.open;
  await expect(query("update report set digest = '\\x00'")).rejects.toThrow("insert-only");
  await expect(query("delete from report_receipt where false; delete from report")).rejects.toThrow(
    "insert-only",
  );
  const client = stockClient(author, oncology, `opinion.${opinion}`, { ack: "1" });
  await vi.waitFor(() => expect(client.provider.synced).toBe(true), 10_000);
  const before = (await reportsOf(author)).items[0]?.digest;
  client.doc.getMap("items").set("late", "x");
  await pause(500);
  client.stop();
  expect((await reportsOf(author)).items[0]?.digest).toBe(before);
});

test("the patient, who wants to be told first, reads it once somebody has told them, and the case is delivered", async () => {
  expect((await reportsOf(patient)).items).toEqual([]);
  const [report] = (await reportsOf(referrer)).items;
  const path = `/cases/${oncology}/reports/${report?.id}/told`;
  expect((await patient.post(path, { how: "Herself" })).status).toBe(403);
  expect(refusalOf(await referrer.post(path, { how: " " }))).toBe("reason-needed");
  expect((await referrer.post(path, { how: "By telephone, her daughter was there" })).status).toBe(200);
  expect((await reportsOf(patient)).items.map(({ n }) => n)).toEqual([1]);
  expect((await caseOf(patient)).state).toBe("delivered");
  expect(refusalOf(await referrer.post(path, { how: "Again" }))).toBe("already-so");
});

test("who has opened it and said so is told to clinicians, and to the patient only of herself", async () => {
  const [report] = (await reportsOf(patient)).items;
  await patient.ask(`/cases/${oncology}/reports/${report?.id}`);
  expect((await referrer.post(`/cases/${oncology}/reports/${report?.id}/acknowledgement`)).status).toBe(200);
  const [seen] = (await reportsOf(author)).items;
  const seats = await Promise.all(["patient", "referrer"].map((name) => seatOf(server.open, oncology, name)));
  expect(seen?.receipts).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ seat: seats[0], acknowledged: null }),
      expect.objectContaining({ seat: seats[1], acknowledged: expect.any(String) }),
    ]),
  );
  expect((await reportsOf(patient)).items[0]?.receipts).toEqual([]);
});

test("the care team says of a recommendation what can be done where they are; what cannot needs a reason", async () => {
  const { recommendations } = z
    .looseObject({ report: z.object({ recommendations: z.array(z.object({ id: z.string() })) }) })
    .parse(
      (await referrer.ask(`/cases/${oncology}/reports/${(await reportsOf(referrer)).items[0]?.id}`)).body,
    ).report;
  const path = `/cases/${oncology}/opinions/${opinion}/recommendations/${recommendations[0]?.id}/feasibility`;
  expect(refusalOf(await referrer.post(path, { state: "not-available" }))).toBe("reason-needed");
  expect((await referrer.post(path, { state: "not-available", note: "No such scanner here." })).status).toBe(
    200,
  );
  expect((await author.post(path, { state: "done" })).status).toBe(403);
  expect((await reportsOf(author)).feasibility).toMatchObject([
    { item: recommendations[0]?.id, state: "not-available", note: "No such scanner here." },
  ]);
  expect((await referrer.post(path, { state: "done" })).status).toBe(200);
  expect((await reportsOf(patient)).feasibility).toMatchObject([{ state: "done", note: null }]);
});

test("a correction begins as a copy, stands in the old one's place once it is signed, and reaches whoever had the old one", async () => {
  const [old] = (await reportsOf(author)).items;
  const path = `/cases/${oncology}/reports/${old?.id}/correction`;
  expect((await referrer.post(path, { reason: "A wrong dose" })).status).toBe(403);
  const begun = await author.post(path, { reason: "A wrong dose" });
  expect(begun.status).toBe(201);
  expect(refusalOf(await author.post(path, { reason: "Again" }))).toBe("already-so");
  const { opinion: corrected } = z.object({ opinion: z.string() }).parse(begun.body);
  const [still] = (await reportsOf(patient)).items;
  expect(still?.state).toBe("current");
  const sheet = await sheetOf(corrected);
  expect(sheet.state).toBe("ready");
  const signed = await sign({ basis: sheet.basis, reasons: reasonsFor(sheet) }, corrected);
  expect(signed.status).toBe(201);
  for (const who of [patient, referrer]) {
    const { items } = await reportsOf(who);
    expect(items.map(({ n, state }) => [n, state])).toEqual([
      [2, "current"],
      [1, "superseded"],
    ]);
    expect(items[1]?.reason).toBe("A wrong dose");
  }
  const { feasibility } = await reportsOf(referrer);
  expect(feasibility.map(({ opinion: of, state, isOfEarlier }) => [of, state, isOfEarlier])).toEqual([
    [opinion, "done", false],
    [corrected, "done", true],
  ]);
  expect((await caseOf(patient)).state).toBe("delivered");
  expect((await patient.post(`/cases/${oncology}/reports/${old?.id}/acknowledgement`)).status).toBe(200);
  expect((await reportsOf(patient)).items[1]?.own.changeSeen).toEqual(expect.any(String));
  expect(await leadOpinion(server.open, oncology)).toBe(corrected);
});

test("a retracted report says so to all who read it, and stays readable", async () => {
  const [current] = (await reportsOf(author)).items;
  const path = `/cases/${oncology}/reports/${current?.id}/retraction`;
  expect((await patient.post(path, { reason: "No" })).status).toBe(403);
  expect(refusalOf(await author.post(path, { reason: "" }))).toBe("reason-needed");
  expect((await author.post(path, { reason: "The images were of somebody else." })).status).toBe(200);
  const [seen] = (await reportsOf(patient)).items;
  expect(seen).toMatchObject({ state: "retracted", reason: "The images were of somebody else." });
  expect((await patient.ask(`/cases/${oncology}/reports/${current?.id}`)).status).toBe(200);
  expect(refusalOf(await author.post(path, { reason: "Again" }))).toBe("already-so");
});

test("a report is handed out as a page of HTML and as a PDF, as files that run nowhere, to whoever may read it", async () => {
  const [, first] = (await reportsOf(referrer)).items;
  const path = `/cases/${oncology}/reports/${first?.id}`;
  const html = await referrer.ask(`${path}/html`);
  expect(html.headers.get("content-disposition")).toMatch(/^attachment; filename="CN-4821-report-1\.html"$/);
  expect(html.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
  expect(html.text).toContain(first?.digest.slice(0, 4));
  const pdf = await fetch(`${server.origin}/api${path}/pdf`, { headers: { cookie: referrer.cookie } });
  const bytes = Buffer.from(await pdf.arrayBuffer());
  expect([pdf.headers.get("content-type"), bytes.subarray(0, 5).toString()]).toEqual([
    "application/pdf",
    "%PDF-",
  ]);
  const stranger = await server.as("spine.specialist");
  expect((await stranger.ask(`${path}/pdf`)).status).toBe(404);
});

test("a report is also a FHIR document, with the PDF in it and who signed", async () => {
  const [, first] = (await reportsOf(referrer)).items;
  const { body, headers } = await referrer.ask(`/cases/${oncology}/reports/${first?.id}/fhir`);
  expect(headers.get("content-type")).toBe("application/fhir+json");
  const bundle = z
    .object({
      type: z.literal("document"),
      entry: z.array(z.object({ resource: z.looseObject({ resourceType: z.string() }) })),
    })
    .parse(body);
  const types = bundle.entry.map(({ resource }) => resource.resourceType);
  expect(types[0]).toBe("Composition");
  expect(types).toEqual(expect.arrayContaining(["Patient", "Practitioner", "Provenance"]));
});
