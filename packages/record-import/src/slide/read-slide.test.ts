import type { RecordOf } from "@consilium/clinical";
import { countTiles, tileNumber, tileRange } from "@consilium/clinical";
import sharp from "sharp";
import { afterAll, expect, test, vi } from "vitest";
import { openReadingProcess } from "../process/reading-process.ts";
import { delivered, inShort, type MemoryStore, memoryStore, readFiles } from "../testing/deliver.ts";
import { makePng } from "../testing/make-png.ts";
import { makeTiff } from "../testing/make-tiff.ts";

/** Small enough for a test to draw what is too large. */
const limits = { slideFrom: 3_000_000, slidePixels: 20_000_000, pixels: 20_000_000 };
const process = openReadingProcess({ limits });
afterAll(() => process.close());
vi.setConfig({ testTimeout: 120_000 });

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#c8a0b8" } });

/** Red at the left, blue at the right. */
const parted = async (width: number, height: number) => {
  const right = await sharp({
    create: { width: width / 2, height, channels: 3, background: "#2030e0" },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: "#e03020" } }).composite([
    { input: right, left: width / 2, top: 0 },
  ]);
};

async function readOne(name: string, content: Uint8Array) {
  const { store, files } = memoryStore();
  const reading = await readFiles(process, [delivered(name, content)], { store });
  const [record] = reading.records;
  return { short: inShort(reading), record, files };
}

/** As it was cut here. */
function cutOf({ content }: RecordOf<"slide">) {
  const { tiles } = content;
  if ("levels" in tiles) throw new Error("a slide of DICOM");
  return { ...content, tiles };
}

function tileOf(
  files: MemoryStore["files"],
  record: RecordOf<"slide">,
  level: number,
  column: number,
  row: number,
): Buffer {
  const content = cutOf(record);
  const number = tileNumber(content, level, column, row) ?? -1;
  const range = tileRange(files.get(content.tiles.index.id)?.content ?? new Uint8Array(), number);
  if (!range) throw new Error("no such tile");
  const all = files.get(content.tiles.file.id)?.content ?? Buffer.alloc(0);
  return all.subarray(range.start, range.start + range.length);
}

test("a pyramid becomes a slide whose every tile is a picture of its place, with its scale", async () => {
  const file = await (
    await parted(3000, 2000)
  )
    .tiff({ tile: true, pyramid: true, xres: 4000, yres: 4000, resolutionUnit: "cm" })
    .toBuffer();
  const { short, record, files } = await readOne("slides/B2.tif", file);
  expect(short).toEqual(["slides/B2.tif kept"]);
  if (record?.kind !== "slide") throw new Error("no slide");
  expect(record).toMatchObject({
    title: "B2",
    content: { width: 3000, height: 2000, micrometres: 0.25, objective: null },
  });
  const { tiles, original, ...size } = cutOf(record);
  expect(files.get(tiles.index.id)?.content).toHaveLength(8 * countTiles({ ...size, tiles }));
  expect(files.get(original?.id ?? "")?.content.equals(file)).toBe(true);
  const corner = await sharp(tileOf(files, record, 12, 11, 7)).stats();
  expect(corner.channels.map(({ mean }) => Math.round(mean / 16))).toEqual([2, 3, 14]);
  // 3,000 of 256: the last column has 184 pixels, and one of its neighbour.
  expect(await sharp(tileOf(files, record, 12, 11, 7)).metadata()).toMatchObject({ width: 185, height: 209 });
  expect(await sharp(tileOf(files, record, 12, 1, 1)).metadata()).toMatchObject({ width: 258, height: 258 });
  expect(await sharp(tileOf(files, record, 0, 0, 0)).metadata()).toMatchObject({ width: 1, height: 1 });
});

test("the same file gives the same tiles again, so that it is known as one that the case has", async () => {
  const file = await picture(2400, 1800).jpeg().toBuffer();
  const digests = await Promise.all(
    [1, 2].map(async () => {
      const { record } = await readOne("large.jpg", file);
      return record?.kind === "slide" ? record.content.tiles.file.sha256 : "none";
    }),
  );
  expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(digests[1]).toBe(digests[0]);
});

test("a large picture without a scale is a slide without one; a smaller one stays a photograph", async () => {
  const large = await readOne("large.png", makePng(2000, 1600));
  expect(large.record).toMatchObject({ kind: "slide", content: { micrometres: null, width: 2000 } });
  const small = await readOne("small.png", makePng(1000, 1000));
  expect(small.record?.kind).toBe("pictures");
});

const read = async (name: string, content: Uint8Array) => {
  const { short, record } = await readOne(name, content);
  return [...short, record?.kind ?? "none"].join(" ");
};

test("cut off, damaged, lying about its size or too large is said, and nothing of it becomes a record", async () => {
  const jpeg = await picture(2400, 1800).jpeg().toBuffer();
  expect(await read("cut.jpg", jpeg.subarray(0, jpeg.length - 3000))).toBe("cut.jpg not-read cut-off none");
  expect(await read("huge.png", makePng(6000, 6000, undefined, 10))).toBe(
    "huge.png not-read too-many-pixels none",
  );
  expect(await read("whole.tif", makeTiff(2000, 1600))).toBe("whole.tif kept slide");
  expect(await read("cut.tif", makeTiff(2000, 1600, 900))).toBe("cut.tif not-read cut-off none");
  const wide = await picture(6000, 4000).tiff({ tile: true, pyramid: true }).toBuffer();
  expect(await read("wide.tif", wide)).toBe("wide.tif not-read slide-too-large none");
  expect(await read("lying.tif", makeTiff(60_000, 60_000, 1))).toMatch(/^lying.tif not-read [a-z-]+ none$/);
  expect(await read("after.jpg", jpeg)).toBe("after.jpg kept slide");
});

test("a slide has a clock of its own, once: what runs on is ended", async () => {
  const hasty = openReadingProcess({ limits: { ...limits, longestSlide: 1 } });
  const file = await picture(4000, 4000).jpeg().toBuffer();
  const reading = await readFiles(hasty, [delivered("slow.jpg", file), delivered("b.txt", "After it.")]);
  hasty.close();
  expect(inShort(reading)).toEqual(["slow.jpg not-read took-too-long", "b.txt kept"]);
});
