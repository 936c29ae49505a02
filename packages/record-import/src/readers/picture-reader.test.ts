import { readFileSync } from "node:fs";
import type { ClinicalRecord } from "@consilium/clinical";
import sharp from "sharp";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { DeliveredFile } from "../delivery-reading.ts";
import { openReadingProcess } from "../process/reading-process.ts";
import { delivered, inShort, memoryStore, readFiles } from "../testing/deliver.ts";
import { makePng } from "../testing/make-png.ts";

const process = openReadingProcess();
afterAll(() => process.close());
vi.setConfig({ testTimeout: 120_000 });

async function read(...files: readonly DeliveredFile[]) {
  const kept = memoryStore();
  const reading = await readFiles(process, files, { store: kept.store });
  return { reading, short: inShort(reading), stored: kept.files };
}

function picturesOf(record: ClinicalRecord | undefined) {
  if (record?.kind !== "pictures") throw new Error("not pictures");
  return record.content.pictures;
}

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#b03060" } });

/** A photograph taken lying on its side, with where it was taken. */
const photograph = (width: number, height: number, orientation: number) =>
  picture(width, height)
    .withExif({
      IFD0: { Copyright: "Ada Brennan" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "59/1 54/1 0/1" },
    })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();

/** The latitude as EXIF writes it, 59/1 54/1 0/1, in either order of bytes; or whose picture it is. */
function tellsPlace(content: Buffer): boolean {
  const latitude = [59, 1, 54, 1, 0, 1];
  const little = Buffer.concat(latitude.map((part) => Buffer.from(Uint32Array.of(part).buffer)));
  const big = Buffer.from(little).swap32();
  return content.includes(little) || content.includes(big) || content.includes("Ada Brennan");
}

/** A colour, as a lossy packing gives it back. */
const isNear = (seen: readonly number[], drawn: readonly number[]): boolean =>
  seen.every((value, channel) => Math.abs(value - (drawn[channel] ?? 0)) < 16);

describe("pictures", () => {
  test("of one folder become one record, in the order a person counts them", async () => {
    const jpeg = await picture(20, 10).jpeg().toBuffer();
    const { reading } = await read(
      delivered("letter/page 10.jpg", jpeg),
      delivered("letter/page 2.jpg", await picture(30, 10).png().toBuffer()),
      delivered("letter/page 1.jpg", jpeg),
      delivered("skin.jpg", jpeg),
    );
    expect(reading.records.map(({ title }) => title)).toEqual(["letter", "skin"]);
    const pages = picturesOf(reading.records[0]);
    expect(pages.map(({ file, width }) => `${file.name} ${width}`)).toEqual([
      "page 1.jpg 20",
      "page 2.jpg 30",
      "page 10.jpg 20",
    ]);
    expect(pages.every(({ original }) => original === null)).toBe(true);
    expect(reading.outcomes.map(({ records }) => records[0])).toEqual(
      [0, 0, 0, 1].map((place) => reading.records[place]?.id),
    );
  });

  test("are handed out upright and without where they were taken; the original keeps how it stands, and no place", async () => {
    const lying = await photograph(40, 20, 6);
    const upright = await photograph(40, 20, 1);
    expect((await sharp(upright).metadata()).exif).toBeDefined();
    const { reading, stored } = await read(delivered("a/1.jpg", lying), delivered("b/2.jpg", upright));
    const [turned] = picturesOf(reading.records[0]);
    const [same] = picturesOf(reading.records[1]);
    expect([turned?.width, turned?.height, same?.width, same?.height]).toEqual([20, 40, 40, 20]);
    for (const [one, came] of [[turned, lying] as const, [same, upright] as const]) {
      const shown = stored.get(one?.file.id ?? "")?.content ?? Buffer.alloc(0);
      const { exif, width, orientation } = await sharp(shown).metadata();
      expect([exif, width, orientation]).toEqual([undefined, one?.width, undefined]);
      const original = stored.get(one?.original?.id ?? "")?.content ?? Buffer.alloc(0);
      expect((await sharp(original).metadata()).orientation).toBe((await sharp(came).metadata()).orientation);
      expect([came, original, shown].map(tellsPlace)).toEqual([true, false, false]);
      expect((await sharp(original).raw().toBuffer()).equals(await sharp(came).raw().toBuffer())).toBe(true);
    }
    // The pixels of the one that stood upright were not packed anew.
    const pixels = await sharp(upright).raw().toBuffer();
    const shown = stored.get(same?.file.id ?? "")?.content ?? Buffer.alloc(0);
    expect((await sharp(shown).raw().toBuffer()).equals(pixels)).toBe(true);
  });

  test("in PNG and WebP lose what is told beside them, and stay as they are", async () => {
    const webp = await picture(8, 8)
      .withExif({ IFD0: { Copyright: "Ada Brennan" } })
      .webp({ lossless: true })
      .toBuffer();
    const { reading, stored } = await read(
      delivered("a/1.png", makePng(6, 4, "taken at 59.9 N")),
      delivered("b/2.webp", webp),
    );
    for (const record of reading.records) {
      const [one] = picturesOf(record);
      const shown = stored.get(one?.file.id ?? "")?.content ?? Buffer.alloc(0);
      expect(shown.includes("59.9 N") || shown.includes("Brennan")).toBe(false);
      expect((await sharp(shown).metadata()).width).toBe(one?.width);
      expect(one?.original).toBeNull();
    }
  });

  test("in HEIC are shown as JPEG, and the file, which tells the place, is not kept", async () => {
    // Our own picture: a red bar at its left, green growing downwards; packed by libheif's `heif-enc -q 60`.
    const came = readFileSync(new URL("../testing/photo.heic", import.meta.url));
    expect(tellsPlace(came)).toBe(true);
    const { reading, short, stored } = await read(delivered("photo.heic", came));
    expect(short).toEqual(["photo.heic kept"]);
    const [one] = picturesOf(reading.records[0]);
    expect(one).toMatchObject({ width: 96, height: 64, original: null });
    expect(one?.file).toMatchObject({ name: "photo.jpg", mediaType: "image/jpeg" });
    const shown = stored.get(one?.file.id ?? "")?.content ?? Buffer.alloc(0);
    expect([stored.size, tellsPlace(shown)]).toEqual([1, false]);
    const { data, info } = await sharp(shown).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => {
      const pixel = (y * info.width + x) * info.channels;
      return [...data.subarray(pixel, pixel + 3)];
    };
    expect(isNear(at(8, 32), [200, 30, 40])).toBe(true);
    expect(isNear(at(60, 8), [40, 76, 150])).toBe(true);
    expect(isNear(at(60, 56), [40, 172, 150])).toBe(true);
  });

  test("of every page of a TIFF are shown as JPEG, the TIFF is kept once", async () => {
    const sheets = await Promise.all([1, 2, 3].map(() => picture(10, 10).png().toBuffer()));
    const pages = await sharp(sheets, { join: { animated: true } })
      .tiff()
      .toBuffer();
    const { reading, stored } = await read(delivered("scan.tif", pages));
    const shown = picturesOf(reading.records[0]);
    expect(shown.map(({ file }) => `${file.name} ${file.mediaType}`)).toEqual([
      "scan.jpg image/jpeg",
      "scan-2.jpg image/jpeg",
      "scan-3.jpg image/jpeg",
    ]);
    expect(new Set(shown.map(({ original }) => original?.id)).size).toBe(1);
    expect(stored.size).toBe(4);
  });

  test("too large to unpack, damaged or cut off are said", async () => {
    const jpeg = await picture(400, 400).jpeg().toBuffer();
    const { short } = await read(
      delivered("wide.png", makePng(50_000, 50_000, undefined, 10)),
      delivered("broken.png", makePng(8, 8).subarray(0, 30)),
      delivered("cut.jpg", jpeg.subarray(0, jpeg.length - 200)),
      delivered("no.heic", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic"),
    );
    expect(short).toEqual([
      "wide.png not-read too-many-pixels",
      "broken.png not-read damaged",
      "cut.jpg kept cut-off",
      "no.heic not-read damaged",
    ]);
  });
});
