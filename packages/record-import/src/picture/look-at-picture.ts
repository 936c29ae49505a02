import type { Metadata } from "sharp";
import type { OutcomeReason } from "../reasons.ts";
import { isOfPicture, openSharp } from "./open-picture.ts";

export interface Looked {
  readonly metadata: Metadata;
  /** Null: the picture is whole. */
  readonly reason: "cut-off" | null;
}

const small = 64;

/** Opens a picture without unpacking it, then unpacks it once, small, to see whether all of it is there. */
export async function lookAtPicture(
  content: Uint8Array,
  pixels: number,
): Promise<Looked | { readonly refusal: OutcomeReason }> {
  const sharp = await openSharp();
  try {
    const metadata = await sharp(content, { limitInputPixels: pixels, failOn: "none" }).metadata();
    if (metadata.width * metadata.height > pixels) return { refusal: "too-many-pixels" };
    // With "truncated", libvips fills what is missing of a TIFF with grey, and says nothing.
    const failOn = metadata.format === "tiff" ? "error" : "truncated";
    return { metadata, reason: (await unpacks(content, pixels, failOn)) ? null : "cut-off" };
  } catch (error) {
    if (!isOfPicture(error)) throw error;
    return { refusal: /pixel limit/i.test(error.message) ? "too-many-pixels" : "damaged" };
  }
}

/** False: only with a blind eye. Throws where it does not unpack at all. */
async function unpacks(
  content: Uint8Array,
  pixels: number,
  failOn: "error" | "truncated" | "none",
): Promise<boolean> {
  const sharp = await openSharp();
  try {
    await sharp(content, { limitInputPixels: pixels, failOn }).resize(small).raw().toBuffer();
    return true;
  } catch (error) {
    if (!isOfPicture(error) || failOn === "none") throw error;
    await unpacks(content, pixels, "none");
    return false;
  }
}
