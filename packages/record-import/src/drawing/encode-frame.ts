import type { DrawnFrame } from "@consilium/interchange/drawing";
import { openSharp } from "../picture/open-picture.ts";
import type { PictureForm } from "./draw-question.ts";

/** Fine lines and noise are part of what is looked at. */
const usualQuality = 85;

export async function encodeFrame(
  { width, height, channels, data }: DrawnFrame,
  { mediaType, viewport, quality }: PictureForm,
): Promise<Uint8Array> {
  const sharp = await openSharp();
  const drawn = sharp(data, { raw: { width, height, channels }, limitInputPixels: width * height });
  const sized = viewport === null ? drawn : drawn.resize({ ...viewport, fit: "inside" });
  const coloured = sized.removeAlpha().toColourspace(channels === 1 ? "b-w" : "srgb");
  return mediaType === "image/png"
    ? coloured.png().toBuffer()
    : coloured.jpeg({ quality: quality ?? usualQuality }).toBuffer();
}
