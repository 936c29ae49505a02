import heicDecode from "heic-decode";
import type { Sharp } from "sharp";
import { openSharp } from "./open-picture.ts";

/** A picture that a browser shows, upright, without anything told beside it. */
export interface Shown {
  readonly content: Uint8Array;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}

/** Small writing on paper: no colour is thrown away. */
const jpeg = { quality: 92, chromaSubsampling: "4:4:4" } as const;

async function encoded(picture: Sharp): Promise<Shown> {
  const { data, info } = await picture
    .autoOrient()
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .jpeg(jpeg)
    .toBuffer({ resolveWithObject: true });
  return { content: data, mediaType: "image/jpeg", width: info.width, height: info.height };
}

/** One page of a picture of any kind that sharp reads, from 0. */
export async function pageToJpeg(content: Uint8Array, pixels: number, page: number): Promise<Shown> {
  const sharp = await openSharp();
  return encoded(sharp(content, { limitInputPixels: pixels, failOn: "none", page }));
}

/** The first picture of a HEIC. libheif turns it upright itself. */
export async function heicToJpeg(content: Uint8Array, pixels: number): Promise<Shown | "too-many-pixels"> {
  const images = await heicDecode.all({ buffer: content });
  try {
    const [image] = images;
    if (image === undefined) throw new Error("A HEIC without a picture");
    if (image.width * image.height > pixels) return "too-many-pixels";
    const { data, width, height } = await image.decode();
    const sharp = await openSharp();
    return await encoded(sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: pixels }));
  } finally {
    images.dispose();
  }
}
