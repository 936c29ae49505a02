import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterAll, expect, test, vi } from "vitest";
import { openReadingProcess } from "../process/reading-process.ts";
import { delivered, inShort, memoryStore, readFiles } from "../testing/deliver.ts";
import { tellsPlace } from "../testing/tells-place.ts";

const process = openReadingProcess();
afterAll(() => process.close());
vi.setConfig({ testTimeout: 120_000 });

const isNear = (seen: readonly number[], drawn: readonly number[]) =>
  seen.every((value, channel) => Math.abs(value - (drawn[channel] ?? 0)) < 16);

test("a photograph in HEIC is shown as JPEG, and the file, which tells the place, is not kept", async () => {
  // Our own picture: a red bar at its left, green growing downwards; packed by libheif's `heif-enc -q 60`.
  const came = readFileSync(new URL("../testing/photo.heic", import.meta.url));
  expect(tellsPlace(came)).toBe(true);
  const { store, files: stored } = memoryStore();
  const reading = await readFiles(process, [delivered("photo.heic", came)], { store });
  expect(inShort(reading)).toEqual(["photo.heic kept"]);
  const [record] = reading.records;
  if (record?.kind !== "pictures") throw new Error("not pictures");
  const [one] = record.content.pictures;
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
