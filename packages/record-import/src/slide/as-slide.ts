import type { ReadingLimits } from "../limits.ts";
import { isOfPicture, openSharp } from "../picture/open-picture.ts";
import type { PlainKind } from "../sniff/file-kind.ts";
import type { Source } from "../source.ts";
import { isPyramid, scaleOfResolution, scaleOfTiff, type SlideScale } from "./slide-facts.ts";
import type { TiffPage } from "./tiff-pages.ts";

/**
 * Whether a file is a slide: a TIFF with smaller forms of its picture (`page`, of `slideIn`), or a picture with more pixels than are
 * shown as a whole. Null: it is a picture like others, or one that says nothing of itself.
 */
export async function asSlide(
  kind: PlainKind,
  page: TiffPage | null,
  content: Uint8Array,
  limits: ReadingLimits,
): Promise<SlideScale | null> {
  if (kind === "tiff") return page && scaleOfTiff(page);
  if (kind !== "png" && kind !== "jpeg") return null;
  return pictureAsSlide(content, limits);
}

/** The first page of a TIFF that is a slide. */
export function slideIn(pages: readonly TiffPage[], { slideFrom }: ReadingLimits): TiffPage | null {
  const [first] = pages;
  if (!first) return null;
  // A report of many sheets is none, however large they are.
  const isLarge = first.width * first.height >= slideFrom && pages.length === 1;
  return isLarge || isPyramid(pages) ? first : null;
}

/** Whether a slide is beyond what is cut into tiles here: it is told by the TIFF's directories, without its pixels. */
export const isTooLargeSlide = (
  { width, height }: TiffPage,
  { bytes }: Source,
  { inMemory, slidePixels }: ReadingLimits,
): boolean => bytes > inMemory || width * height > slidePixels;

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
