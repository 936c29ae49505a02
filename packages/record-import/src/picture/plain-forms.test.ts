import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { makePng } from "../testing/make-png.ts";
import { plainPng, plainWebp } from "./plain-chunks.ts";
import { plainJpeg } from "./plain-jpeg.ts";

const jpeg = (progressive: boolean) =>
  sharp({
    create: {
      width: 64,
      height: 48,
      channels: 3,
      noise: { type: "gaussian", mean: 128, sigma: 40 },
      background: "#000000",
    },
  })
    .withExif({ IFD0: { Copyright: "Ada Brennan" } })
    .withIccProfile("p3")
    .jpeg({ progressive })
    .toBuffer();

describe("a JPEG without what is told beside its pixels", () => {
  test.each([
    ["in one scan", false],
    ["in many scans", true],
  ])("%s has the same pixels and colours", async (_how, progressive) => {
    const came = await jpeg(progressive);
    const plain = Buffer.from(plainJpeg(came) ?? []);
    expect(came.includes("Ada Brennan")).toBe(true);
    expect(plain.includes("Ada Brennan")).toBe(false);
    const { exif, icc } = await sharp(plain).metadata();
    expect([exif, icc?.length]).toEqual([undefined, (await sharp(came).metadata()).icc?.length]);
    expect((await sharp(plain).raw().toBuffer()).equals(await sharp(came).raw().toBuffer())).toBe(true);
  });

  test("has nothing behind its end, such as a second picture with a place of its own", async () => {
    const came = await jpeg(false);
    const plain = plainJpeg(came);
    expect(plainJpeg(Buffer.concat([came, came]))).toEqual(plain);
  });

  test("stays cut off where it was, and is none where it is not built as one", async () => {
    const came = await jpeg(false);
    const cut = Buffer.from(plainJpeg(came.subarray(0, came.length - 100)) ?? []);
    expect(cut.subarray(-20).equals(came.subarray(-120, -100))).toBe(true);
    expect(plainJpeg(Uint8Array.of(0xff, 0xd8, 0x00, 0x01, 0x02, 0x03))).toBeNull();
    expect(plainJpeg(Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0x00, 0x00))).toBeNull();
    expect(plainJpeg(new Uint8Array(0))).toBeNull();
  });
});

test("a PNG that tells nothing stays byte for byte; one that is cut off stays so", () => {
  const png = makePng(6, 4);
  expect(Buffer.compare(plainPng(png) ?? new Uint8Array(0), png)).toBe(0);
  const cut = png.subarray(0, png.length - 20);
  expect(Buffer.compare(plainPng(cut) ?? new Uint8Array(0), cut)).toBe(0);
  expect(plainWebp(new Uint8Array(12))).toBeNull();
});
