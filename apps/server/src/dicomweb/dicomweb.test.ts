import { waveformSchema } from "@consilium/clinical";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { drawDemoImages } from "../demo/images/demo-images.ts";
import { readDemoCase } from "../demo/read-content.ts";
import { auditOf, oncology } from "../testing/demo-cases.ts";
import { handOver, sliceOf } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

const [study, series] = ["2.25.1001", "2.25.1002"];
const base = `/cases/${oncology}/dicomweb/studies`;
let server: TestServer;
let referrer: TestPerson;
let record: string;
beforeAll(async () => {
  server = await startTestServer();
  referrer = await server.as("referrer");
  const slices = [3, 1, 2].map((at) => [`CT/${9 - at}`, sliceOf(at)] as const);
  const done = await handOver(referrer, oncology, Object.fromEntries(slices));
  record = done.records[0] ?? "";
}, 90_000);
afterAll(() => server.close());

const asked = (person: TestPerson, path: string) =>
  fetch(`${server.origin}/api${base}${path}`, { headers: { cookie: person.cookie } });

const Metadata = z.array(z.record(z.string(), z.looseObject({ Value: z.array(z.unknown()).optional() })));

test("a series' metadata comes in the order of its slices, with addresses, transfer syntax and digests", async () => {
  const all = Metadata.parse(await (await asked(referrer, `/${study}/series/${series}/metadata`)).json());
  expect(all.map((one) => one["00080018"]?.Value?.[0])).toEqual(["2.25.2001", "2.25.2002", "2.25.2003"]);
  expect(all[0]?.["00081190"]?.Value).toEqual(["instances/2.25.2001"]);
  expect(all[0]?.["00083002"]?.Value).toEqual(["1.2.840.10008.1.2.1"]);
  expect(all[0]?.["00091001"]?.Value?.[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(all[0]?.["7FE00010"]).toBeUndefined();
});

test("a frame is the pixels as they are stored, and no other bytes of the file", async () => {
  const response = await asked(referrer, `/${study}/series/${series}/instances/2.25.2002/frames/1`);
  expect(response.headers.get("content-type")).toContain("multipart/related");
  const body = Buffer.from(await response.arrayBuffer());
  const start = body.indexOf("\r\n\r\n") + 4;
  expect(body.subarray(0, start).toString()).toContain("transfer-syntax=1.2.840.10008.1.2.1");
  const pixels = new Int16Array(body.buffer.slice(body.byteOffset + start, body.byteOffset + start + 128));
  expect([...pixels]).toEqual(Array.from({ length: 64 }, (_, pixel) => pixel + 2));
  const beyond = await asked(referrer, `/${study}/series/${series}/instances/2.25.2002/frames/2`);
  expect(beyond.status).toBe(404);
});

test("a file comes back as it was handed over", async () => {
  const response = await asked(referrer, `/${study}/series/${series}/instances/2.25.2003`);
  const body = Buffer.from(await response.arrayBuffer());
  expect(body.includes(sliceOf(3))).toBe(true);
});

test("studies, series and instances are found, with how many there are", async () => {
  const studies = Metadata.parse(await (await asked(referrer, "")).json());
  expect(studies.find((one) => one["0020000D"]?.Value?.[0] === study)).toMatchObject({
    "00201206": { Value: [1] },
    "00201208": { Value: [3] },
    "00080061": { Value: ["CT"] },
  });
  const instances = await asked(referrer, `/${study}/series/${series}/instances`);
  expect(await instances.json()).toHaveLength(3);
});

test("what reveals the first opinion is not there for whoever reads blind, and reading is booked", async () => {
  const coordinator = await server.as("coordinator");
  const marked = await coordinator.post(`/cases/${oncology}/records/${record}/revealing`, {
    revealing: true,
  });
  expect(marked.status).toBe(200);
  const path = `/${study}/series/${series}/metadata`;
  expect((await asked(referrer, path)).status).toBe(200);
  expect((await asked(await server.as("admin"), path)).status).toBe(404);
  const reads = (await auditOf(server.open)).filter(({ subject }) => subject === `record/${record}`);
  expect(reads.some(({ act }) => act === "read")).toBe(true);
});

const ecgOf = (): Uint8Array => {
  const content = readDemoCase("cardiology", "2026-11-24");
  const drawn = drawDemoImages("cardiology", content, "2026-11-24");
  const [image] = drawn.find(({ recordId }) => recordId === "car-ecg")?.images ?? [];
  if (!image) throw new Error("The demo has no ECG");
  return image.draw();
};

test("an ECG's curves are described, and their samples come as they are stored, to whoever reads records", async () => {
  const file = ecgOf();
  const done = await handOver(referrer, oncology, { "ecg.dcm": file });
  const answer = await referrer.ask(`/cases/${oncology}/records`);
  const { items } = z
    .object({ items: z.array(z.object({ id: z.string(), kind: z.string(), content: z.unknown() })) })
    .parse(answer.body);
  const Study = z.object({
    studyUid: z.string(),
    series: z.array(z.looseObject({ uid: z.string(), tracings: z.number(), notDisplayed: z.null() })),
  });
  const filed = Study.parse(items.find(({ id }) => id === done.records[0])?.content);
  expect(filed.series).toMatchObject([{ tracings: 1 }]);
  const of = `/${filed.studyUid}/series/${filed.series[0]?.uid}`;
  const [metadata] = Metadata.parse(await (await asked(referrer, `${of}/metadata`)).json());
  const path = `${of}/instances/${String(metadata?.["00080018"]?.Value?.[0])}/waveform`;
  const described = await asked(referrer, path);
  expect(described.headers.get("cache-control")).toBe("no-store");
  const waveform = waveformSchema.parse(await described.json());
  expect(waveform.groups.map(({ label, frequency, length }) => [label, frequency, length])).toEqual([
    ["RHYTHM", 500, 5000],
  ]);
  expect(waveform.annotations[0]).toMatchObject({ name: "Ventricular rate", group: 1 });
  const samples = Buffer.from(await (await asked(referrer, `${path}/1`)).arrayBuffer());
  expect(samples).toHaveLength(5000 * 12 * 2);
  expect(Buffer.from(file).includes(samples)).toBe(true);
  expect((await asked(referrer, `${path}/2`)).status).toBe(404);
  expect((await asked(referrer, `${path}/0`)).status).toBe(400);
  expect((await asked(await server.as("admin"), path)).status).toBe(404);
  expect((await asked(referrer, `/${study}/series/${series}/instances/2.25.2001/waveform`)).status).toBe(404);
});
