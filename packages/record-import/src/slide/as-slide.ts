import type { ReadingLimits } from "../limits.ts";
import { isOfPicture, openSharp } from "../picture/open-picture.ts";
import type { PlainKind } from "../sniff/file-kind.ts";
import { readInWindows, type Source } from "../source.ts";
import { isPyramid, scaleOfResolution, scaleOfTiff, type SlideScale } from "./slide-facts.ts";
import { type TiffPage, tiffPages } from "./tiff-pages.ts";

/**
 * Whether a file is a slide: a TIFF with smaller forms of its picture, or a picture with more pixels than are shown as a
 * whole. Null: it is a picture like others, or one that says nothing of itself.
 */
export async function asSlide(
  kind: PlainKind,
  source: Source,
  content: Uint8Array,
  limits: ReadingLimits,
): Promise<SlideScale | null> {
  if (kind === "tiff") return tiffAsSlide(source, limits);
  if (kind !== "png" && kind !== "jpeg") return null;
  return pictureAsSlide(content, limits);
}

async function tiffAsSlide(source: Source, limits: ReadingLimits): Promise<SlideScale | null> {
  const first = await slideIn(source, limits);
  return first && scaleOfTiff(first);
}

/** The first page of a TIFF that is a slide. */
async function slideIn(source: Source, { slideFrom }: ReadingLimits): Promise<TiffPage | null> {
  const pages = (await tiffPages(readInWindows(source))) ?? [];
  const [first] = pages;
  if (!first) return null;
  // A report of many sheets is none, however large they are.
  const isLarge = first.width * first.height >= slideFrom && pages.length === 1;
  return isLarge || isPyramid(pages) ? first : null;
}

/** Whether a TIFF is a slide beyond what is cut into tiles here: it is told by its directories, without its pixels. */
export async function isTooLargeSlide(source: Source, limits: ReadingLimits): Promise<boolean> {
  const first = await slideIn(source, limits);
  if (!first) return false;
  return source.bytes > limits.inMemory || first.width * first.height > limits.slidePixels;
}

async function pictureAsSlide(
  content: Uint8Array,
  { slideFrom, slidePixels }: ReadingLimits,
): Promise<SlideScale | null> {
  const sharp = await openSharp();
  try {
    const read = sharp(content, { limitInputPixels: slidePixels, failOn: "none" });
    const { width, height, density } = await read.metadata();
    if (width * height < slideFrom) return null;
    const perCentimetre = density === undefined ? 0 : density / 2.54;
    return { micrometres: scaleOfResolution([perCentimetre, perCentimetre]), objective: null };
  } catch (error) {
    if (!isOfPicture(error)) throw error;
    // Whoever reads it as a picture says what is wrong with it.
    return null;
  }
}
