import type { XmlRoot } from "@consilium/interchange";

const plainKinds = [
  "empty",
  "pdf",
  "jpeg",
  "png",
  "gif",
  "webp",
  "avif",
  "heic",
  "tiff",
  "dicom",
  /** Whole slides of Zeiss. */
  "czi",
  /** Pixels of whole slides of Olympus, beside a small VSI. */
  "ets",
  "zip",
  "tar",
  "gzip",
  /** 7z, RAR, bzip2, xz. */
  "other-archive",
  /** Word, Excel, PowerPoint and their relatives. */
  "office",
  /** Sound and video. */
  "recording",
  "program",
  "json",
  "svg",
  "html",
  "rtf",
  "text",
  "unknown",
] as const;
export type PlainKind = (typeof plainKinds)[number];

/** What a file is by its content. Its name and what its sender called it are never asked. */
export type FileKind = { readonly kind: PlainKind } | { readonly kind: "xml"; readonly root: XmlRoot };

export const plainKind = (kind: PlainKind): FileKind => ({ kind });
