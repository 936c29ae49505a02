import type { Block, Inline } from "../text.ts";

/** A report as it is laid out, before paper, screen or FHIR: headings with what stands below them, in the order of reading. */
export interface Layout {
  /** BCP 47. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Of the file. */
  readonly title: string;
  readonly authors: readonly string[];
  /** When it was signed. */
  readonly signedAt: string;
  readonly kind: string;
  readonly signed: string;
  /** What it replaces, and that something was added to it. */
  readonly notice: string | null;
  readonly people: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly headline: string;
  readonly parts: readonly Part[];
  readonly footer: Footer;
}

export interface Part {
  readonly id: PartId;
  readonly title: string;
  readonly blocks: readonly LayoutBlock[];
}

export const partIds = [
  "questions",
  "question",
  "urgent",
  "recommendations",
  "comparison",
  "images",
  "redflags",
  "limitations",
  "answers",
  "options",
  "assessment",
  "summary",
  "findings",
  "records",
  "followup",
  "references",
  "places",
  "plain",
  "signing",
  "addenda",
] as const;
export type PartId = (typeof partIds)[number];

export type LayoutBlock = Block | Grid | Figure | Note | PlaceList;

/** A table with a heading for each column. */
export interface Grid {
  readonly type: "grid";
  readonly columns: readonly { readonly title: string; readonly share: number }[];
  readonly rows: readonly (readonly (readonly Block[])[])[];
}

export interface Figure {
  readonly type: "figure";
  /** Of the picture, among those that the printer is given. */
  readonly image: string;
  readonly alt: string;
  readonly letter: string | null;
  readonly caption: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Said by the page, not by its authors. */
export interface Note {
  readonly type: "note";
  readonly content: readonly Inline[];
}

/** What the letters mean. */
export interface PlaceList {
  readonly type: "places";
  readonly places: readonly { readonly letter: string; readonly text: string }[];
}

export interface Footer {
  readonly case: string;
  /** Where it can be checked, with the code; as it is read. */
  readonly check: string;
  /** What stands before, between and behind the numbers of "page 1 of 4". */
  readonly page: readonly [string, string, string];
  /** Before and behind the number of the page where the plain words begin. */
  readonly plain: readonly [string, string];
}
