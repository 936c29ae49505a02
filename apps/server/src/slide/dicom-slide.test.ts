import { makeSlidePicture, type SlidePicture } from "@consilium/interchange/testing";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { oncology } from "../testing/demo-cases.ts";
import { handOver } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Of a tile its column is its red and its row its green. */
const tileOf = (column: number, row: number, [width, height]: SlidePicture["tile"]): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: 40 * column, g: 40 * row, b: 120 } } })
    .jpeg({ quality: 95 })
    .toBuffer();

async function picture(
  name: string,
  flavour: string,
  [width, height]: readonly [number, number],
  tile: SlidePicture["tile"],
): Promise<Uint8Array> {
  const [columns, rows] = [Math.ceil(width / tile[0]), Math.ceil(height / tile[1])];
  const tiles: Buffer[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) tiles.push(await tileOf(column, row, tile));
  const spacing = (0.0005 * 1000) / width;
  const instanceUid = `2.25.8003.${name}`;
  return makeSlidePicture({
    instanceUid,
    flavour,
    width,
    height,
    tile,
    millimetres: [spacing, spacing],
    tiles,
  });
}

let server: TestServer;
let referrer: TestPerson;
let files: Record<"whole" | "half" | "small" | "label", Uint8Array>;
let record: string;
beforeAll(async () => {
  server = await startTestServer();
  referrer = await server.as("referrer");
  files = {
    whole: await picture("1", "VOLUME", [1000, 700], [240, 256]),
    half: await picture("2", "VOLUME", [400, 280], [240, 256]),
    small: await picture("3", "VOLUME", [100, 70], [128, 128]),
    label: await picture("4", "LABEL", [120, 120], [120, 120]),
  };
  const { whole, small, label } = files;
  const done = await handOver(referrer, oncology, { "SM/1": whole, "SM/3": small, "SM/4": label });
  record = (await slides(done.records))[0]?.id ?? "";
}, 90_000);
afterAll(() => server.close());

const Records = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.string(),
      replaces: z.array(z.string()),
      content: z.record(z.string(), z.unknown()),
    }),
  ),
});
async function slides(among: readonly string[]) {
  const { body } = await referrer.ask(`/cases/${oncology}/records?limit=200`);
  return Records.parse(body).items.filter(({ id, kind }) => kind === "slide" && among.includes(id));
}

const tile = (person: TestPerson, place: string, of = record) =>
  fetch(`${server.origin}/api/cases/${oncology}/slides/${of}/${place}`, {
    headers: { cookie: person.cookie },
  });

test("a series of whole slide microscopy is a slide, with its size, its scale and its levels", async () => {
  const [slide] = await slides([record]);
  expect(slide).toMatchObject({ title: "Block A1, H&E" });
  expect(slide?.content).toMatchObject({
    width: 1000,
    height: 700,
    micrometres: 0.5,
    objective: 40,
    original: null,
    tiles: {
      levels: [
        { instanceUid: "2.25.8003.3", width: 100, height: 70, tileWidth: 128 },
        { instanceUid: "2.25.8003.1", width: 1000, height: 700, tileWidth: 240 },
      ],
    },
  });
});

test("a tile is the frame of its place, as it was compressed", async () => {
  const response = await tile(referrer, "1/3/2");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("image/jpeg");
  const content = Buffer.from(await response.arrayBuffer());
  expect(content).toHaveLength(Number(response.headers.get("content-length")));
  const { data, info } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([240, 256]);
  expect([...data.subarray(0, 3)].map((level) => Math.round(level / 40))).toEqual([3, 2, 3]);
  expect((await tile(referrer, "0/0/0")).status).toBe(200);
});

test.for(["1/5/0", "1/0/3", "2/0/0", "0/1/0"])("%s is no tile", async (place) => {
  expect((await tile(referrer, place)).status).toBe(404);
});

test("the same instances again make no second slide, and a level that comes later makes it anew", async () => {
  const again = await handOver(referrer, oncology, { "SM/1": files.whole });
  expect(again.outcomes.map(({ is }) => is)).toEqual(["duplicate"]);
  const grown = await handOver(referrer, oncology, { "SM/2": files.half });
  const [slide, ...others] = await slides(grown.records);
  expect(others).toEqual([]);
  expect(slide?.replaces).toEqual([record]);
  expect(slide?.content["tiles"]).toMatchObject({
    levels: [{ width: 100 }, { width: 400 }, { width: 1000 }],
  });
  record = slide?.id ?? "";
  expect((await tile(referrer, "1/1/1")).status).toBe(200);
  expect((await tile(referrer, "2/4/2")).status).toBe(200);
});

test("a slide whose study reveals the first opinion has no tiles for whoever reads blind", async () => {
  const coordinator = await server.as("coordinator");
  const admin = await server.as("admin");
  const { body } = await referrer.ask(`/cases/${oncology}/records?limit=200`);
  const study = Records.parse(body).items.find(
    ({ kind, content }) => kind === "imaging-study" && content["studyUid"] === "2.25.8001",
  );
  await coordinator.post(`/cases/${oncology}/records/${study?.id}/revealing`, { revealing: true });
  expect((await tile(referrer, "0/0/0")).status).toBe(200);
  expect((await tile(admin, "0/0/0")).status).toBe(404);
});
