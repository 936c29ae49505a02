import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makePng } from "@consilium/record-import/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditOf, oncology } from "../testing/demo-cases.ts";
import { handOver as handOverAs, newDelivery, sliceOf, untilDelivery } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";
import { announce, sendPiece, upload } from "../testing/tus-upload.ts";

vi.setConfig({ testTimeout: 120_000 });

let server: TestServer;
let referrer: TestPerson;
/** YYYYMMDD, of the demo's patient. */
let born: string;
beforeAll(async () => {
  server = await startTestServer();
  referrer = await server.as("referrer");
  const { body } = await referrer.ask(`/cases/${oncology}`);
  born = z
    .object({ patient: z.object({ born: z.string() }) })
    .parse(body)
    .patient.born.replaceAll("-", "");
}, 60_000);
afterAll(() => server.close());

const isoBorn = () => born.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
const bytes = (text: string) => new TextEncoder().encode(text);
const newId = newDelivery;
const slice = (at: number, patient = { name: "Quintana^Marisol", birthDate: born }) => sliceOf(at, patient);
const handOver = (files: Readonly<Record<string, Uint8Array>>) => handOverAs(referrer, oncology, files);
const until = (delivery: string, states: readonly string[]) =>
  untilDelivery(referrer, oncology, delivery, states);

const Records = z.object({
  items: z.array(
    z.looseObject({ id: z.string(), kind: z.string(), replaces: z.array(z.string()), content: z.unknown() }),
  ),
});
const recordsWith = async (ids: readonly string[]) => {
  const { items } = Records.parse((await referrer.ask(`/cases/${oncology}/records?limit=200`)).body);
  return items.filter(({ id }) => ids.includes(id));
};

test("a delivery of slices, a note and what cannot be read becomes records, with a word on each file", async () => {
  const done = await handOver({
    "CT/b": slice(2),
    "CT/a": slice(1),
    "letter.txt": bytes("Stable since May."),
    "empty.txt": bytes(""),
    "macro.svg": bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  });
  expect(done.outcomes.map(({ path, is, reason }) => [path, is, reason])).toEqual([
    ["CT/a", "kept", null],
    ["CT/b", "kept", null],
    ["empty.txt", "not-read", "empty"],
    ["letter.txt", "kept", null],
    ["macro.svg", "not-read", "svg-not-read"],
  ]);
  expect(done).toMatchObject({ state: "done", kept: 3, notRead: 2, question: null });
  const records = await recordsWith(done.records);
  expect(records.map(({ kind }) => kind).toSorted()).toEqual(["imaging-study", "note"]);
  const added = (await auditOf(server.open)).filter(({ act }) => act === "record.added");
  expect(added.at(-1)).toMatchObject({ subject: done.id, body: { records: 2, files: 3, notRead: 2 } });
});

test("more slices of a study that is there make it anew; the same ones again make nothing", async () => {
  const first = await handOver({ "more/c": slice(3), "more/d": slice(4) });
  const [grown] = await recordsWith(first.records);
  expect(grown?.replaces).toHaveLength(1);
  expect(grown?.content).toMatchObject({ series: [{ instances: 4, frames: 4 }] });
  const again = await handOver({ "again/c": slice(3), "again/note.txt": bytes("Stable since May.") });
  expect(again.outcomes.map(({ is }) => is)).toEqual(["duplicate", "duplicate"]);
  expect(again.records).toContain(grown?.id);
  const old = grown?.replaces[0] ?? "";
  expect((await referrer.ask(`/cases/${oncology}/records/${old}`)).body).toMatchObject({ id: grown?.id });
});

test("files about two people are not mixed before somebody has said whose they are", async () => {
  const jonas = { name: "Weber^Jonas", birthDate: "19580201" };
  const asked = await handOver({ "x/1": slice(11), "x/2": slice(12, jonas) });
  expect(asked.state).toBe("asking");
  expect(asked.question?.map(({ name, fits }) => [name, fits])).toEqual([
    ["Marisol Quintana", true],
    ["Jonas Weber", false],
  ]);
  expect(asked.records).toEqual([]);
  const take = asked.question?.filter(({ fits }) => fits).map(({ id }) => id);
  await referrer.post(`/cases/${oncology}/deliveries/${asked.id}/answer`, { take });
  const done = await until(asked.id, ["done", "failed"]);
  expect(done.outcomes.map(({ path, is, reason }) => [path, is, reason])).toEqual([
    ["x/1", "kept", null],
    ["x/2", "not-read", "about-another"],
  ]);
});

test("a file goes on where it stopped, is nowhere in plain, and is handed out whole and by range", async () => {
  const content = bytes(`%PDF-1.4 is what this is not. ${"A sentence about a nodule. ".repeat(400)}`);
  const delivery = newId();
  await referrer.post(`/cases/${oncology}/deliveries`, { id: delivery });
  const file = { caseId: oncology, path: "scan.txt", content: content.subarray(5), delivery };
  const announced = await announce(referrer, file);
  expect(announced.status).toBe(201);
  const location = announced.headers.get("location") ?? "";
  expect((await sendPiece(referrer, location, 0, file.content.subarray(0, 3000))).status).toBe(204);
  const here = await fetch(new URL(location, server.origin), {
    method: "HEAD",
    headers: { cookie: referrer.cookie, "tus-resumable": "1.0.0" },
  });
  expect(here.headers.get("upload-offset")).toBe("3000");
  const early = await referrer.post(`/cases/${oncology}/deliveries/${delivery}/complete`, { files: 1 });
  expect(early.body).toMatchObject({ refusal: "files-missing" });
  expect(filesUnder(server.folder).some((plain) => plain.includes("nodule"))).toBe(false);
  expect((await sendPiece(referrer, location, 3000, file.content.subarray(3000))).status).toBe(204);
  const done = await until(delivery, ["done", "failed"]);
  expect(done.outcomes).toMatchObject([{ is: "kept" }]);
  expect(filesUnder(server.folder).some((plain) => plain.includes("nodule"))).toBe(false);
  const spooled = () => readdirSync(join(server.folder, "spool")).filter((name) => name.length === 26);
  await expect.poll(spooled).toEqual([]);
});

test("whoever may not add hands over nothing, and goes on with nobody's upload", async () => {
  const specialist = await server.as("specialist");
  const file = { caseId: oncology, path: "a.txt", content: bytes("a") };
  expect((await announce(specialist, file)).status).toBe(403);
  const announced = await announce(referrer, file);
  const location = announced.headers.get("location") ?? "";
  expect((await sendPiece(await server.as("patient"), location, 0, file.content)).status).toBe(404);
  const fetched = await fetch(new URL(location, server.origin), { headers: { cookie: referrer.cookie } });
  expect(fetched.status).toBe(404);
  expect((await fetch(`${server.origin}/api/uploads`, { method: "POST" })).status).toBe(401);
});

test("a last byte that a killed server had not noted is noted when the client asks how much is there", async () => {
  const delivery = newId();
  await referrer.post(`/cases/${oncology}/deliveries`, { id: delivery });
  const file = { caseId: oncology, path: "b.txt", content: bytes("All of it came."), delivery };
  const location = (await announce(referrer, file)).headers.get("location") ?? "";
  await sendPiece(referrer, location, 0, file.content);
  await server.open.query("update delivered_file set arrived_at = null where delivery_id = $1", [delivery]);
  const complete = () => referrer.post(`/cases/${oncology}/deliveries/${delivery}/complete`, { files: 1 });
  expect((await complete()).body).toMatchObject({ refusal: "files-missing" });
  const headers = { cookie: referrer.cookie, "tus-resumable": "1.0.0" };
  await fetch(new URL(location, server.origin), { method: "HEAD", headers });
  expect((await until(delivery, ["done", "failed"])).outcomes).toMatchObject([{ is: "kept" }]);
});

test("the list says of each delivery what itself says, without the word on each file, also when it is asked again", async () => {
  const one = await handOver({ "list/a.txt": bytes("The first of the list."), "list/empty.txt": bytes("") });
  const List = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
  const listed = async () => {
    const { items } = List.parse((await referrer.ask(`/cases/${oncology}/deliveries`)).body);
    return items.find(({ id }) => id === one.id);
  };
  const {
    outcomes: _outcomes,
    notUnderstood: _left,
    missing: _missing,
    question: _question,
    ...itself
  } = one;
  expect(itself).toMatchObject({ state: "done", kept: 1, notRead: 1, bytes: 22 });
  expect(itself.records).toHaveLength(1);
  expect(await listed()).toEqual(itself);
  expect(await listed()).toEqual(itself);
});

const bundle = (name: string) =>
  bytes(
    JSON.stringify({
      resourceType: "Bundle",
      type: "collection",
      entry: [
        { resource: { resourceType: "Patient", id: "p", name: [{ text: name }], birthDate: isoBorn() } },
        { resource: { resourceType: "Claim", id: "c1" } },
        { resource: { resourceType: "Claim", id: "c2" } },
        { resource: { resourceType: "Condition", id: "d", code: { text: `Problem of ${name}` } } },
      ],
    }),
  );

test("what of a file is not among the records is counted, in the list too; of a file about somebody else it is not", async () => {
  const own = { "own.json": bundle("Marisol Quintana") };
  const one = await handOver(own);
  expect(one.notUnderstood).toMatchObject([{ path: "own.json", type: "Claim", gap: "billing", count: 2 }]);
  expect(one).toMatchObject({ notRead: 0, ignored: 0, notWhole: { files: 0, things: 2, images: 0 } });
  const asked = await handOver({
    "mine.json": bundle("Marisol Quintana "),
    "other.json": bundle("Jo Weber"),
  });
  const take = asked.question?.filter(({ fits }) => fits).map(({ id }) => id);
  await referrer.post(`/cases/${oncology}/deliveries/${asked.id}/answer`, { take });
  const done = await until(asked.id, ["done", "failed"]);
  expect(done.notUnderstood.map(({ path }) => path)).toEqual(["mine.json"]);
});

test("what is taken back before it was read leaves nothing", async () => {
  const delivery = newId();
  await referrer.post(`/cases/${oncology}/deliveries`, { id: delivery });
  await upload(referrer, { caseId: oncology, path: "a.txt", content: bytes("Never mind."), delivery });
  expect((await referrer.post(`/cases/${oncology}/deliveries/${delivery}/cancel`)).status).toBe(200);
  expect(await until(delivery, ["cancelled"])).toMatchObject({ records: [], outcomes: [] });
  const late = await referrer.post(`/cases/${oncology}/deliveries/${delivery}/complete`, { files: 1 });
  expect(late.body).toMatchObject({ state: "cancelled" });
});

test("what is taken back while it is read leaves nothing", async () => {
  const delivery = newId();
  await referrer.post(`/cases/${oncology}/deliveries`, { id: delivery });
  for (let day = 0; day < 60; day += 1) {
    const content = bytes(`Ward, day ${day}. Never mind.`);
    await upload(referrer, { caseId: oncology, path: `ward/${day}.txt`, content, delivery });
  }
  await referrer.post(`/cases/${oncology}/deliveries/${delivery}/complete`, { files: 60 });
  await until(delivery, ["reading"]);
  expect((await referrer.post(`/cases/${oncology}/deliveries/${delivery}/cancel`)).status).toBe(200);
  expect(await until(delivery, ["cancelled", "done"])).toMatchObject({ state: "cancelled", records: [] });
  const words = async () => {
    const { items } = Records.parse((await referrer.ask(`/cases/${oncology}/records?limit=200`)).body);
    return items.filter(({ content }) => JSON.stringify(content).includes("Never mind.")).length;
  };
  expect(await words()).toBe(0);
});

test("a photograph that is there twice, and again beside another one, is part of each record", async () => {
  const [one, other] = [makePng(20, 10), makePng(30, 10)];
  const twice = await handOver({ "twice/1.png": one, "twice/2.png": one });
  expect([twice.state, twice.records.length, twice.kept]).toEqual(["done", 1, 2]);
  const beside = await handOver({ "beside/1.png": one, "beside/2.png": other });
  expect([beside.state, beside.records.length, beside.kept]).toEqual(["done", 1, 2]);
  const again = await handOver({ "again/1.png": one });
  expect(again.outcomes.map(({ is }) => is)).toEqual(["duplicate"]);
  expect(again.records).toEqual(twice.records);
});

function filesUnder(folder: string): readonly Buffer[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [readFileSync(join(entry.parentPath, entry.name))] : [],
  );
}
