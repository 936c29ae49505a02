import sharp from "sharp";
import { expect, test } from "vitest";
import { makeTiff } from "../testing/make-tiff.ts";
import { lookAtPicture } from "./look-at-picture.ts";

const mostPixels = 1_000_000;
const reasonOf = async (content: Uint8Array) => {
  const looked = await lookAtPicture(content, mostPixels);
  return "refusal" in looked ? looked.refusal : looked.reason;
};

test("a TIFF is whole, or its end is missing", async () => {
  expect(await reasonOf(makeTiff(300, 200))).toBeNull();
  expect(await reasonOf(makeTiff(300, 200, 120))).toBe("cut-off");
  expect(await reasonOf(makeTiff(300, 200, 199))).toBe("cut-off");
});

test("so is a JPEG", async () => {
  const jpeg = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#b03060" } })
    .jpeg()
    .toBuffer();
  expect(await reasonOf(jpeg)).toBeNull();
  expect(await reasonOf(jpeg.subarray(0, jpeg.length - 20))).toBe("cut-off");
});

test("what is no picture, or one with too many pixels, is refused", async () => {
  expect(await reasonOf(Buffer.from("II*\0 and nothing more"))).toBe("damaged");
  expect(await reasonOf(makeTiff(2000, 1000))).toBe("too-many-pixels");
});
