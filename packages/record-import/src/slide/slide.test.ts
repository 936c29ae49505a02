import sharp from "sharp";
import { expect, test } from "vitest";
import { memorySource } from "../source.ts";
import { isPyramid, scaleOfResolution, scaleOfTiff } from "./slide-facts.ts";
import { type TiffPage, tiffPages } from "./tiff-pages.ts";

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#c8a0b8" } });

const page = (width: number, height: number, changed: Partial<TiffPage> = {}): TiffPage => ({
  width,
  height,
  resolution: null,
  description: "",
  isReduced: false,
  compression: 1,
  isNdpi: false,
  ...changed,
});

test.each([false, true])("the pages of a TIFF are read by its directories (BigTIFF: %s)", async (bigtiff) => {
  const file = await picture(3000, 2000)
    .tiff({ tile: true, pyramid: true, bigtiff, xres: 4000, yres: 4000, resolutionUnit: "cm" })
    .toBuffer();
  const pages = await tiffPages(memorySource(file));
  expect(pages?.slice(0, 2).map(({ width, height }) => [width, height])).toEqual([
    [3000, 2000],
    [1500, 1000],
  ]);
  // libvips takes pixels a millimetre.
  expect(scaleOfTiff(pages?.[0] ?? page(1, 1)).micrometres).toBe(0.25);
  expect(isPyramid(pages ?? [])).toBe(true);
});

test("a TIFF that leads nowhere, or in a circle, has the pages that could be read", async () => {
  const file = await picture(30, 20).tiff().toBuffer();
  expect(await tiffPages(memorySource(file))).toHaveLength(1);
  const first = file.readUInt32LE(4);
  const next = first + 2 + file.readUInt16LE(first) * 12;
  const circle = Buffer.from(file);
  circle.writeUInt32LE(first, next);
  expect(await tiffPages(memorySource(circle))).toHaveLength(1);
  const beyond = Buffer.from(file);
  beyond.writeUInt32LE(0xffff_fff0, next);
  expect(await tiffPages(memorySource(beyond))).toHaveLength(1);
  const lost = Buffer.from(file);
  lost.writeUInt32LE(0xffff_fff0, 4);
  expect(await tiffPages(memorySource(lost))).toEqual([]);
  expect(await tiffPages(memorySource(Buffer.from("no TIFF at all, but text")))).toBeNull();
  expect(await tiffPages(memorySource(Buffer.from("II")))).toBeNull();
});

test("a pyramid is the same picture, smaller; sheets of a report and thumbnails cut otherwise are none", () => {
  expect(isPyramid([page(4000, 3000), page(2000, 1500)])).toBe(true);
  expect(isPyramid([page(40_000, 30_000), page(1024, 768), page(10_000, 7500)])).toBe(true);
  expect(isPyramid([page(4000, 3000), page(4000, 3000)])).toBe(false);
  expect(isPyramid([page(4000, 3000), page(2000, 2000)])).toBe(false);
  expect(isPyramid([page(1000, 800), page(500, 400)])).toBe(false);
  expect(isPyramid([page(4000, 3000)])).toBe(false);
  expect(isPyramid([])).toBe(false);
});

test("what its scanner wrote counts more than a resolution, and a printer's resolution is no scale", () => {
  const aperio = "Aperio Image Library v11\r\n46000x32914 |AppMag = 40|MPP = 0.2520";
  const printed = [118.11, 118.11] as const;
  expect(scaleOfTiff(page(9, 9, { description: aperio, resolution: printed }))).toEqual({
    micrometres: 0.252,
    objective: 40,
  });
  const ome = '<OME><Pixels PhysicalSizeX="0.5" PhysicalSizeXUnit="µm"/></OME>';
  expect(scaleOfTiff(page(9, 9, { description: ome })).micrometres).toBe(0.5);
  expect(scaleOfTiff(page(9, 9, { description: ome.replace("µm", "mm") })).micrometres).toBeNull();
  expect(scaleOfTiff(page(9, 9, { description: "MPP = 0|AppMag = 9000" }))).toEqual({
    micrometres: null,
    objective: null,
  });
  expect(scaleOfResolution(printed)).toBeNull();
  expect(scaleOfResolution([40_000, 20_000])).toBeNull();
  expect(scaleOfResolution([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])).toBeNull();
});
