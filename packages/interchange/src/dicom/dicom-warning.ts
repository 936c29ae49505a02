/** Why a file is not read at all. */
export const dicomRefusals = [
  "not-dicom",
  /** A DICOMDIR: it lists files and holds none. */
  "directory",
  /** The identifiers of study, series and instance are missing or malformed: nothing could be found again. */
  "no-identifiers",
  "cut-short",
  "too-deep",
  "too-many-elements",
  "too-many-frames",
  "deflated-damaged",
  "deflated-too-large",
] as const;
export type DicomRefusal = (typeof dicomRefusals)[number];

/** What a person should know about a file that was read. */
export const dicomWarnings = [
  /** No Part 10 header: how it is written was found by trying, and a header was added. */
  "no-header",
  "stray-bytes",
  /** It says one transfer syntax and is written in another. */
  "wrong-syntax",
  /** Encapsulated pixels without a word on how they are compressed. */
  "unknown-syntax",
  "cut-short",
  /** An element or item contradicts the lengths around it; what came before it was read. */
  "damaged",
  "repeated-element",
  "pixels-cut-short",
  /** The frames of compressed pixels could not be told apart. */
  "frames-not-found",
  /** Letters beyond ASCII in a character set that is not named or not known: read as UTF-8 or Latin-1. */
  "character-set",
  /** What stood before the header may be a program; it was emptied. */
  "preamble-emptied",
] as const;
export type DicomWarning = (typeof dicomWarnings)[number];
