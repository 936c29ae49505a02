import { makePdf } from "@consilium/record-import/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { spine } from "../testing/demo-cases.ts";
import { handOver, sliceOf } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 120_000 });

const on = `/cases/${spine}`;
/** Stands in the files, in their names and in their folder's. */
const secret = "Zirconium";

let server: TestServer;
let coordinator: TestPerson;
let blind: TestPerson;
let delivery: Awaited<ReturnType<typeof handOver>>;

const Listed = z.object({
  items: z.array(z.looseObject({ id: z.string(), kind: z.string(), content: z.unknown() })),
});
const recordsFor = async (person: TestPerson) =>
  Listed.parse((await person.ask(`${on}/records?limit=200`)).body).items;

async function recordOfKind(kind: string) {
  const found = (await recordsFor(coordinator)).find(
    (record) => record.kind === kind && delivery.records.includes(record.id),
  );
  if (!found) throw new Error(`The delivery made no ${kind}`);
  return found;
}

const mark = (record: string, revealing: boolean) =>
  coordinator.post(`${on}/records/${record}/revealing`, { revealing });

beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.as("coordinator");
  blind = await server.as("second.specialist");
  delivery = await handOver(coordinator, spine, {
    [`${secret}/${secret} advises surgery.pdf`]: makePdf(`${secret} advises surgery`),
    [`${secret}/${secret}.txt`]: new TextEncoder().encode(`${secret} advises surgery.`),
    [`${secret}/1`]: sliceOf(1),
  });
  for (const record of delivery.records) await mark(record, true);
}, 120_000);
afterAll(() => server.close());

/** Every text that this person gets by asking for all there is. */
async function everythingFor(person: TestPerson): Promise<string> {
  const paths = [on, "/cases", `${on}/records?limit=200`, `${on}/imports`, `${on}/deliveries`];
  const named = delivery.records.map((record) => `${on}/records/${record}`);
  const answers: string[] = [];
  for (const path of [...paths, ...named, `${on}/deliveries/${delivery.id}`, `${on}/dicomweb/studies`])
    answers.push((await person.ask(path)).text);
  return answers.join("\n");
}

test("nothing of a revealing record reaches whoever reads blind: no id, title, words, name of a file or of a study", async () => {
  expect(delivery.outcomes.map(({ is }) => is)).toEqual(["kept", "kept", "kept"]);
  const told = await everythingFor(blind);
  for (const words of [secret, "2.25.1001", ...delivery.records]) expect(told).not.toContain(words);
  // Whoever may read it gets all of it by the same requests.
  const toldOthers = await everythingFor(coordinator);
  for (const words of [secret, "2.25.1001", ...delivery.records]) expect(toldOthers).toContain(words);
});

test("its file and its frames are not there, whole or by range", async () => {
  const document = await recordOfKind("document");
  const { file } = z.object({ file: z.object({ id: z.string() }) }).parse(document.content);
  const series = `${on}/dicomweb/studies/2.25.1001/series/2.25.1002`;
  const paths = [
    `${on}/files/${file.id}`,
    `${series}/metadata`,
    `${series}/instances`,
    `${series}/instances/2.25.2001`,
    `${series}/instances/2.25.2001/frames/1`,
    `${on}/dicomweb/studies/2.25.1001`,
  ];
  for (const path of paths) {
    expect([path, (await coordinator.ask(path)).status]).toEqual([path, 200]);
    const refused = await blind.ask(path, { headers: { range: "bytes=0-9" } });
    expect([path, refused.status]).toEqual([path, 404]);
    expect(refused.text).not.toContain(secret);
  }
});

test("of a delivery one hears how many files came, and what became of none", async () => {
  expect(await blind.ask(`${on}/deliveries`)).toMatchObject({
    status: 200,
    body: { items: [{ id: delivery.id, kept: 3, records: [] }] },
  });
  expect((await blind.ask(`${on}/deliveries/${delivery.id}`)).body).toMatchObject({ refusal: "no-right" });
});

test("a study that grew reveals as it did, and is marked by the id that it had before too", async () => {
  const before = await recordOfKind("imaging-study");
  const more = await handOver(coordinator, spine, { [`${secret}/2`]: sliceOf(2) });
  const [grown = ""] = more.records;
  expect(grown).not.toBe(before.id);
  const path = `${on}/records/${grown}`;
  expect((await blind.ask(path)).body).toMatchObject({ refusal: "no-such-record" });
  expect((await mark(before.id, false)).body).toEqual({ revealing: false });
  expect((await blind.ask(path)).status).toBe(200);
  // Somebody's list of records may be a moment old.
  expect((await mark(before.id, true)).body).toEqual({ revealing: true });
  for (const id of [grown, before.id])
    expect((await blind.ask(`${on}/records/${id}`)).body).toMatchObject({ refusal: "no-such-record" });
});
