import { kept, type Kept } from "../file-reading.ts";
import type { Desk, FileInHand } from "../readers/reader.ts";
import { headingOf } from "../readers/record-of-file.ts";
import { isPyramid } from "./slide-facts.ts";
import type { TiffPage } from "./tiff-pages.ts";

/** How a TIFF's pixels are packed where the library of pictures does not unpack them. */
const packings = new Map<number, string>([
  [22_610, "JPEG XR"],
  [33_003, "JPEG 2000"],
  [33_004, "JPEG 2000"],
  [33_005, "JPEG 2000"],
  [34_712, "JPEG 2000"],
  [34_887, "LERC"],
  [34_925, "LZMA"],
  [34_933, "PNG"],
  [34_934, "JPEG XR"],
  [50_000, "Zstandard"],
  [50_001, "WebP"],
  [50_002, "JPEG XL"],
  [52_546, "JPEG XL"],
]);

/** Sides of a JPEG end here; Hamamatsu packs a whole slide as one. */
const longestJpeg = 65_500;

interface Unshown {
  /** In words: "Aperio SVS, 46000 × 32914 pixels, packed as JPEG 2000". */
  readonly what: string;
  readonly reason: "slide-not-shown" | "picture-not-shown";
}

/** Why a TIFF cannot be shown though nothing is wrong with it. Null: nothing of its directories says so. */
export function unshownTiff(pages: readonly TiffPage[]): Unshown | null {
  const [first] = pages;
  if (!first) return null;
  const packing = packingOf(first);
  if (packing === null) return null;
  const vendor = vendorOf(first);
  const name = vendor ?? "TIFF";
  return {
    what: `${name}, ${first.width} × ${first.height} pixels, packed as ${packing}`,
    reason: vendor !== null || isPyramid(pages) ? "slide-not-shown" : "picture-not-shown",
  };
}

function packingOf({ compression, isNdpi, width, height }: TiffPage): string | null {
  if (isNdpi && Math.max(width, height) > longestJpeg) return "one JPEG larger than JPEG allows";
  return packings.get(compression) ?? null;
}

function vendorOf({ description, isNdpi }: TiffPage): string | null {
  if (isNdpi) return "Hamamatsu NDPI";
  if (description.startsWith("Aperio")) return "Aperio SVS";
  return /leica-microsystems|<scn/i.test(description) ? "Leica SCN" : null;
}

/** Kept as it came, under a note that says what it is: tomorrow it may be shown. */
export function keepUnshown(file: FileInHand, { what, reason }: Unshown, desk: Desk): Kept {
  const blocks = [
    { type: "paragraph" as const, text: `${what}. The file is kept as it came; it is not shown here yet.` },
  ];
  return kept({
    records: [{ ...headingOf(file, desk), kind: "note", content: { blocks, pages: null } }],
    reason,
  });
}
