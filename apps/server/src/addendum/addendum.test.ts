import { createDocumentLog, documentId, newestMails } from "@consilium/database";
import { createSeededRandom } from "@consilium/foundation";
import { addendumDigest, type Addendum } from "@consilium/report";
import { indexDocument, makeAnchor, sectionRoot, writeFragment, writeLayer } from "@consilium/workspace";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import { auditOf, oncology, seatOf } from "../testing/demo-cases.ts";
import { signOncology, writeAs } from "../testing/signed-opinion.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { password } from "../testing/test-configuration.ts";
import type { TestPerson } from "../testing/test-person.ts";
import { stockClient, until } from "../testing/test-socket.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
let author: TestPerson;
let referrer: TestPerson;
let patient: TestPerson;
let opinion: string;
let report: string;
beforeAll(async () => {
  server = await startTestServer();
  author = await server.as("specialist");
  referrer = await server.as("referrer");
  patient = await server.as("patient");
  ({ opinion, report } = await signOncology(server, author));
}, 120_000);
afterAll(() => server.close());

const on = `/cases/${oncology}`;
const addendumShape = z.custom<Addendum>(
  (value) => typeof value === "object" && value !== null && "form" in value,
);
const List = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      report: z.string(),
      signed: z.object({ digest: z.string(), text: addendumShape }).nullable(),
    }),
  ),
});
const Sheet = z.object({ basis: z.string(), state: z.string(), words: z.number() });

const addendaOf = async (who: TestPerson) => List.parse((await who.ask(`${on}/addenda`)).body).items;
const begin = (who = author, late = false) => who.post(`${on}/reports/${report}/addenda`, { late });
const begunBy = ({ body }: { readonly body: unknown }) =>
  z.object({ addendum: z.string() }).parse(body).addendum;
const sheetOf = async (id: string) => Sheet.parse((await author.ask(`${on}/addenda/${id}/signing`)).body);
const sign = async (id: string, more: object = {}, who = author) =>
  who.post(`${on}/addenda/${id}/signing`, { basis: (await sheetOf(id)).basis, password, ...more });
const refusalOf = ({ body }: { readonly body: unknown }) =>
  z.object({ refusal: z.string() }).parse(body).refusal;
const paragraph = (text: string) => ({
  type: "doc" as const,
  content: [{ type: "paragraph", content: [{ type: "text" as const, text }] }],
});
const write = (id: string, text: string) =>
  writeAs(
    author,
    oncology,
    `addendum.${id}`,
    (doc) => writeFragment(doc.getXmlFragment(sectionRoot("text")), paragraph(text)),
    async () => (await sheetOf(id)).words > 0,
  );

const toldOf = async (who: TestPerson, wanted: string) =>
  z
    .object({ items: z.array(z.looseObject({ kind: z.string(), subject: z.string() })) })
    .parse((await who.ask("/session/notifications")).body)
    .items.filter(({ kind }) => kind === wanted)
    .map(({ subject }) => subject);

/** That something was added, each time: to which report. */
const addedTold = (who: TestPerson) => toldOf(who, "addendum-signed");

let first: string;

test("an author begins one to a report that stands; nobody else does, and one at a time is written", async () => {
  expect((await begin(referrer)).status).toBe(403);
  // It was not delivered yet: for them there is no report.
  for (const who of [patient, await server.as("coordinator")]) expect((await begin(who)).status).toBe(404);
  const begun = await begin();
  expect(begun.status).toBe(201);
  first = begunBy(begun);
  expect(refusalOf(await begin())).toBe("addendum-open");
});

test("before it is signed the care team and the patient know nothing of it", async () => {
  expect(await addendaOf(referrer)).toEqual([]);
  expect(await addendaOf(patient)).toEqual([]);
  expect((await addendaOf(author)).map(({ id, signed }) => [id, signed])).toEqual([[first, null]]);
});

test("nothing, a wrong password, or a text that was changed meanwhile is not signed", async () => {
  expect((await sheetOf(first)).state).toBe("empty");
  expect(refusalOf(await sign(first))).toBe("empty-text");
  const before = (await sheetOf(first)).basis;
  await write(first, "The MRI arrived. It confirms the plan.");
  expect(refusalOf(await sign(first, { basis: before }))).toBe("changed-since");
  expect(refusalOf(await sign(first, { password: "not the password" }))).toBe("wrong-password");
  expect((await referrer.post(`${on}/addenda/${first}/signing`, { basis: "", password })).status).toBe(404);
  expect((await addendaOf(author))[0]?.signed).toBeNull();
});

test("signed, it is what its digest says, names the report by its digest, and leaves the report as it was", async () => {
  const digest = async () =>
    z
      .looseObject({ summary: z.object({ digest: z.string() }) })
      .parse((await author.ask(`${on}/reports/${report}`)).body).summary.digest;
  const before = await digest();
  await referrer.ask(`${on}/reports/${report}`);
  expect((await sign(first)).status).toBe(201);
  // Who has read the report hears of it; to the patient nobody has told the result yet.
  expect(await addedTold(referrer)).toEqual([report]);
  for (const who of [author, patient, await server.as("coordinator")])
    expect(await addedTold(who)).toEqual([]);
  const [read] = await addendaOf(referrer);
  expect(read?.report).toBe(report);
  const { signed } = z.object({ signed: z.object({ digest: z.string(), text: addendumShape }) }).parse(read);
  expect(await addendumDigest(signed.text)).toBe(signed.digest);
  expect(signed.text.report).toEqual({ version: 1, digest: before });
  expect(JSON.stringify(signed.text.text)).toContain("It confirms the plan.");
  expect(await digest()).toBe(before);
  expect((await sheetOf(first)).state).toBe("not-now");
  const act = (await auditOf(server.open)).find(
    ({ act: is, subject }) => is === "addendum.signed" && subject === first,
  );
  expect(act).toMatchObject({ subject: first, body: { n: 1, digest: signed.digest } });
  expect(JSON.stringify(act)).not.toContain("confirms");
});

test("nothing of a signed one changes in the database", async () => {
  await expect(server.open.query("update addendum set digest = '\\x00'")).rejects.toThrow("insert-only");
  await expect(server.open.query("delete from addendum")).rejects.toThrow("insert-only");
});

test("the patient reads it once they were told the result, not before", async () => {
  expect(await addendaOf(patient)).toEqual([]);
  await referrer.post(`${on}/reports/${report}/told`, { how: "By telephone." });
  expect((await addendaOf(patient)).map(({ id }) => id)).toEqual([first]);
});

test("what was written too late becomes the beginning of one, and is no late draft any more", async () => {
  expect(refusalOf(await begin(author, true))).toBe("no-such-draft");
  const late = new Y.Doc();
  writeFragment(late.getXmlFragment(sectionRoot("summary")), paragraph("Thought of on the train."));
  const seat = await seatOf(server.open, oncology, "specialist");
  const { rows } = await server.open.query<{ person_id: string }>(
    "select person_id from seat where id = $1",
    [seat],
  );
  await createDocumentLog(server).storeLateDrafts([
    {
      document: documentId(oncology, `opinion.${opinion}`),
      epoch: 0,
      seat,
      person: rows[0]?.person_id ?? "",
      bytes: Y.encodeStateAsUpdate(late),
      at: new Date(),
    },
  ]);
  const begun = await begin(author, true);
  expect(begun.status).toBe(201);
  const second = begunBy(begun);
  expect((await sheetOf(second)).words).toBe(5);
  expect((await author.ask(`${on}/late-drafts`)).body).toEqual({ items: [] });
  expect((await sign(second)).status).toBe(201);
  const texts = (await addendaOf(patient)).map(({ signed }) => JSON.stringify(signed?.text.text));
  expect(texts[1]).toContain("Thought of on the train.");
  for (const who of [patient, referrer]) expect(await addedTold(who)).toContain(report);
});

test("whoever asks about the report hears of what may be their answer, opened or not; a mail says no word of it", async () => {
  const coordinator = await server.as("coordinator");
  const seat = await seatOf(server.open, oncology, "coordinator");
  const text = stockClient(author, oncology, `opinion.${opinion}`);
  const asking = stockClient(coordinator, oncology, `layer.${seat}.opinion.${opinion}.everyone`);
  await until(() => text.provider.synced && asking.provider.synced, "both are open");
  const place = makeAnchor(indexDocument(text.doc), { section: "plain" }, 0, 12);
  if (!place.ok) throw new Error(place.reason);
  const hand = { clock: () => new Date(), random: createSeededRandom(1) };
  const root = writeLayer(asking.doc, hand).addQuestion(place.value, "Is that still so?");
  if (!root.ok) throw new Error(root.reason);
  await expect.poll(() => toldOf(author, "thread-asked"), { timeout: 20_000 }).toContain(root.value);
  for (const client of [text, asking]) client.stop();
  const third = begunBy(await begin());
  await write(third, "It is still so.");
  expect((await sign(third)).status).toBe(201);
  expect(await addedTold(coordinator)).toEqual([report]);
  const mail = async () =>
    (await newestMails(server.open.database, 1000)).find(({ text: said }) => said.includes("was added to"));
  await expect.poll(mail, { timeout: 20_000 }).toBeDefined();
  expect((await mail())?.text).toMatch(/^Something was added to the report in CN-4821:/m);
  expect((await mail())?.text).not.toMatch(/confirms|train|Marisol/);
});

test("whoever has a link to the report reads what was added below it, in its order, and nothing that is not signed", async () => {
  const made = await patient.post(`${on}/reports/${report}/links`, { madeFor: "Dr Ruiz", days: 14 });
  const { token, passcode } = z.object({ token: z.string(), passcode: z.string() }).parse(made.body);
  const open = begunBy(await begin());
  await write(open, "Not signed yet.");
  const response = await fetch(`${server.origin}/api/links/opening`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, passcode }),
  });
  const { addenda } = z
    .looseObject({
      addenda: z.array(z.object({ digest: z.string(), code: z.string(), text: addendumShape })),
    })
    .parse(await response.json());
  const signed = (await addendaOf(patient)).map((one) => one.signed?.digest);
  expect(addenda.map(({ digest }) => digest)).toEqual(signed);
  expect(addenda).toHaveLength(3);
  for (const { digest, text } of addenda) expect(await addendumDigest(text)).toBe(digest);
  const opened = (await auditOf(server.open)).findLast(({ act }) => act === "link.opened");
  expect(opened?.body).toMatchObject({ report, addenda: 3 });
});

test("nothing is added to a report that was taken back", async () => {
  const [third] = (await addendaOf(author)).flatMap(({ id, signed }) => (signed ? [] : [id]));
  if (third === undefined) throw new Error("None is being written");
  await author.post(`${on}/reports/${report}/retraction`, { reason: "The images were of somebody else." });
  expect((await sheetOf(third)).state).toBe("not-now");
  expect(refusalOf(await sign(third))).toBe("not-now");
  expect(refusalOf(await begin())).toBe("not-now");
});
