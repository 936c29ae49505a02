import type { StoredFile } from "@consilium/clinical";
import type { ComponentType } from "react";
import type { PageText } from "./page-text.ts";
import type { Size } from "./zoom.ts";

export interface PageProps {
  /** From 1. */
  readonly page: number;
}

/** What the viewer shows: the pages of a document, or photographs. */
export interface PaperPages {
  readonly is: "document" | "pictures";
  readonly count: number;
  readonly fileOf: (page: number) => StoredFile;
  /** What came, where the file was made of it: for a download. */
  readonly originalOf: (page: number) => StoredFile;
  /** Upright, at natural size; an estimate until the page has been looked at. */
  readonly sizeOf: (page: number) => Size;
  /** Resolves when the page's own size is known. */
  readonly measure: (page: number) => Promise<void>;
  /** Draws the page into its frame. */
  readonly Page: ComponentType<PageProps>;
  /** Draws it small. */
  readonly Thumbnail: ComponentType<PageProps>;
  /** Undefined: pictures, which have no words. */
  readonly wordsOf: ((page: number) => Promise<PageText>) | undefined;
}
