import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { tissuePainter } from "../demo/images/slide/paint-tissue.ts";
import { planTissue } from "../demo/images/slide/tissue.ts";
import { writeSlideTiff } from "../demo/images/slide/write-slide-tiff.ts";
import { auditOf, oncology } from "../testing/demo-cases.ts";
import { handOver } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Large enough for a pyramid to be one, small enough to be drawn here. */
const size = { width: 2560, height: 1664 };
const scan = writeSlideTiff(
  { ...size, micrometres: 0.5, description: "AppMag = 20|MPP = 0.5" },
  tissuePainter(planTissue({ ...size, seed: 1, region: { shows: "vein", box: [900, 600, 700, 560] } })),
);

const Record = z.object({
  kind: z.literal("slide"),
  content: z.looseObject({ tiles: z.looseObject({ file: z.object({ id: z.string() }) }) }),
});

let server: TestServer;
let referrer: TestPerson;
let record: string;
beforeAll(async () => {
  server = await startTestServer();
  referrer = await server.as("referrer");
  const done = await handOver(referrer, oncology, { "slides/A1.tif": scan });
  record = done.records[0] ?? "";
}, 120_000);
afterAll(() => server.close());

const tile = (person: TestPerson, place: string, of = record) =>
  fetch(`${server.origin}/api/cases/${oncology}/slides/${of}/${place}`, {
    headers: { cookie: person.cookie },
  });

/** Of a JPEG's first frame: height and width (ITU-T T.81, B.2.2). */
function sizeOfJpeg(bytes: Buffer): readonly [number, number] {
  const at = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
}

test("a scan that is handed over becomes a slide, with its size and its scale", async () => {
  const { body } = await referrer.ask(`/cases/${oncology}/records/${record}`);
  expect(body).toMatchObject({
    kind: "slide",
    title: "A1",
    content: { width: 2560, height: 1664, micrometres: 0.5, objective: 20 },
  });
});

test("a tile is the picture of its place, kept by its reader alone", async () => {
  const response = await tile(referrer, "12/1/1");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("image/jpeg");
  expect(response.headers.get("cache-control")).toMatch(/^private/);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes).toHaveLength(Number(response.headers.get("content-length")));
  expect(sizeOfJpeg(bytes)).toEqual([258, 258]);
  // The last of ten columns, and its neighbour's pixel.
  expect(sizeOfJpeg(Buffer.from(await (await tile(referrer, "12/9/6")).arrayBuffer()))).toEqual([257, 129]);
  expect(sizeOfJpeg(Buffer.from(await (await tile(referrer, "0/0/0")).arrayBuffer()))).toEqual([1, 1]);
});

test.for(["12/10/0", "12/0/7", "13/0/0", "40/0/0", "-1/0/0", "12/a/0"])("%s is no tile", async (place) => {
  expect([404, 422, 400]).toContain((await tile(referrer, place)).status);
});

test("what is no slide has no tiles, and who sits in no case gets none", async () => {
  const { body } = await referrer.ask(`/cases/${oncology}/records?limit=200`);
  const { items } = z
    .object({ items: z.array(z.looseObject({ id: z.string(), kind: z.string() })) })
    .parse(body);
  const note = items.find(({ kind }) => kind === "note")?.id ?? "";
  expect((await tile(referrer, "0/0/0", note)).status).toBe(404);
  const anonymous = await fetch(`${server.origin}/api/cases/${oncology}/slides/${record}/0/0/0`);
  expect(anonymous.status).toBe(401);
});

test("the files of a slide are files of the case, and the same scan again makes no second slide", async () => {
  const { body } = await referrer.ask(`/cases/${oncology}/records/${record}`);
  const { id } = Record.parse(body).content.tiles.file;
  expect((await referrer.ask(`/cases/${oncology}/files/${id}`)).status).toBe(200);
  const again = await handOver(referrer, oncology, { "again/A1.tif": scan });
  expect(again.outcomes.map(({ is }) => is)).toEqual(["duplicate"]);
  expect(again.records).toEqual([record]);
});

test("a slide that reveals the first opinion is not there for whoever reads blind, and reading is booked", async () => {
  const coordinator = await server.as("coordinator");
  await coordinator.post(`/cases/${oncology}/records/${record}/revealing`, { revealing: true });
  expect((await tile(referrer, "0/0/0")).status).toBe(200);
  expect((await tile(await server.as("admin"), "0/0/0")).status).toBe(404);
  const reads = (await auditOf(server.open)).filter(({ subject }) => subject === `record/${record}`);
  expect(reads.some(({ act }) => act === "read")).toBe(true);
});
