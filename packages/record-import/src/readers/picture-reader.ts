import type { Picture, StoredFile } from "@consilium/clinical";
import type { Metadata } from "sharp";
import { type Kept, kept, notRead, type NotKept } from "../file-reading.ts";
import { blankPlaces } from "../picture/blank-places.ts";
import { lookAtPicture } from "../picture/look-at-picture.ts";
import { isOfPicture } from "../picture/open-picture.ts";
import { plainPng, plainWebp } from "../picture/plain-chunks.ts";
import { jpegWithoutPlace, plainJpeg } from "../picture/plain-jpeg.ts";
import { heicToJpeg, pageToJpeg, type Shown } from "../picture/to-jpeg.ts";
import type { OutcomeReason } from "../reasons.ts";
import { asSlide, isTooLargeSlide, slideIn } from "../slide/as-slide.ts";
import { readSlide } from "../slide/read-slide.ts";
import { type TiffPage, tiffPages } from "../slide/tiff-pages.ts";
import { keepUnshown, unshownTiff } from "../slide/unshown-slide.ts";
import type { PlainKind } from "../sniff/file-kind.ts";
import { memorySource, piecesOf, readInWindows, wholeOf } from "../source.ts";
import type { Desk, FileInHand, Reader } from "./reader.ts";

const mediaTypes: Readonly<Partial<Record<PlainKind, string>>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  heic: "image/heic",
  tiff: "image/tiff",
};

/** What is told beside the pixels is cut out where that leaves the pixels as they are. */
const plainForms: Readonly<Partial<Record<PlainKind, (content: Uint8Array) => Uint8Array | null>>> = {
  jpeg: plainJpeg,
  png: plainPng,
  webp: plainWebp,
};

/** Kept beside what is shown, for whoever wants it in full. Other kinds are kept as what is shown alone: they would tell the place. */
const originalForms: Readonly<Partial<Record<PlainKind, (content: Uint8Array) => Uint8Array | null>>> = {
  jpeg: jpegWithoutPlace,
  tiff: blankPlaces,
};

const isUpright = ({ orientation }: Metadata): boolean => orientation === undefined || orientation === 1;
const tellsNothing = ({ exif, xmp, iptc }: Metadata): boolean =>
  exif === undefined && xmp === undefined && iptc === undefined;

interface ToShow {
  readonly shown: readonly Shown[];
  readonly reason: OutcomeReason | null;
}

/** As it came where a browser shows it so; else converted. Anchors count pixels of what is shown. */
async function showOne(
  kind: PlainKind,
  content: Uint8Array,
  metadata: Metadata,
  pixels: number,
): Promise<Shown> {
  const plain = plainForms[kind]?.(content) ?? (tellsNothing(metadata) ? content : null);
  const mediaType = mediaTypes[kind];
  if (plain === null || mediaType === undefined || !isUpright(metadata))
    return pageToJpeg(content, pixels, 0);
  return { content: plain, mediaType, width: metadata.width, height: metadata.height };
}

async function show(
  kind: PlainKind,
  content: Uint8Array,
  { pixels, pages: mostPages }: Desk["limits"],
): Promise<ToShow | { readonly refusal: OutcomeReason }> {
  if (kind === "heic") {
    const shown = await heicToJpeg(content, pixels);
    return shown === "too-many-pixels" ? { refusal: shown } : { shown: [shown], reason: null };
  }
  const looked = await lookAtPicture(content, pixels);
  if ("refusal" in looked) return looked;
  const { metadata, reason } = looked;
  if (kind !== "tiff") return { shown: [await showOne(kind, content, metadata, pixels)], reason };
  const pages = metadata.pages ?? 1;
  const shown: Shown[] = [];
  for (let page = 0; page < Math.min(pages, mostPages); page += 1)
    shown.push(await pageToJpeg(content, pixels, page));
  return { shown, reason: pages > mostPages ? "only-first-pages" : reason };
}

/** `scan.tif` shown as JPEG is `scan.jpg`; its third page `scan-3.jpg`. */
function shownName(name: string, { mediaType }: Shown, page: number): string {
  if (mediaType !== "image/jpeg") return name;
  const bare = name.replace(/\.(?:tiff?|hei[cf]|avif|png|webp|gif|jpe?g)$/i, "");
  return page === 0 ? `${bare}.jpg` : `${bare}-${page + 1}.jpg`;
}

async function keepPictures(
  { name }: FileInHand,
  { kind, content }: { readonly kind: PlainKind; readonly content: Uint8Array },
  shown: readonly Shown[],
  desk: Desk,
): Promise<readonly Picture[]> {
  const keep = (as: string, mediaType: string, bytes: Uint8Array): Promise<StoredFile> =>
    desk.store({ name: as, mediaType }, piecesOf(memorySource(bytes)));
  const isAsItCame = shown.every((one) => Buffer.compare(one.content, content) === 0);
  const whole = originalForms[kind]?.(content) ?? null;
  const isShown = whole === null || shown.some((one) => Buffer.compare(one.content, whole) === 0);
  const original = isShown ? null : await keep(name, mediaTypes[kind] ?? "", whole);
  const pictures: Picture[] = [];
  for (const [page, one] of shown.entries()) {
    const as = isAsItCame ? name : shownName(name, one, page);
    const file = await keep(as, one.mediaType, one.content);
    pictures.push({ file, width: one.width, height: one.height, original });
  }
  return pictures;
}

async function readPicture(file: FileInHand, desk: Desk): Promise<Kept | NotKept> {
  const { kind } = file.kind;
  if (kind === "xml") return notRead("kind-not-read");
  const { limits } = desk;
  const pages = kind === "tiff" ? ((await tiffPages(readInWindows(file.source))) ?? []) : [];
  const unshown = unshownTiff(pages);
  if (unshown) return keepUnshown(file, unshown, desk);
  const slide = slideIn(pages, limits);
  if (slide && isTooLargeSlide(slide, file.source, limits)) return notRead("slide-too-large");
  if (file.source.bytes > limits.inMemory) return notRead("too-large");
  return readContent(file, { kind, slide }, desk);
}

interface ContentToRead {
  readonly kind: PlainKind;
  /** Of a TIFF that is a slide. */
  readonly slide: TiffPage | null;
}

async function readContent(
  file: FileInHand,
  { kind, slide }: ContentToRead,
  desk: Desk,
): Promise<Kept | NotKept> {
  const content = await wholeOf(file.source);
  const scale = await asSlide(kind, slide, content, desk.limits);
  if (scale) return readSlide({ file, content, mediaType: mediaTypes[kind] ?? "", scale }, desk);
  let seen;
  try {
    seen = await show(kind, content, desk.limits);
  } catch (error) {
    if (!isOfPicture(error)) throw error;
    return notRead("damaged");
  }
  if ("refusal" in seen) return notRead(seen.refusal);
  const pictures = await keepPictures(file, { kind, content }, seen.shown, desk);
  return kept({ part: { kind: "pictures", pictures }, reason: seen.reason });
}

/** Photographs and scans: shown upright, without where and by whom they were taken. Very large ones become slides. */
export const pictureReader: Reader = {
  takes: ({ kind: { kind } }) => kind !== "xml" && mediaTypes[kind] !== undefined,
  read: readPicture,
};
