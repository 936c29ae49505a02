import type { Report } from "../report.ts";
import type { PrintedAddendum } from "./lay-addenda.ts";
import type { LayoutBlock } from "./layout.ts";
import type { Words } from "./words.ts";

/** What a part is laid out of. */
export interface PartSource {
  readonly report: Report;
  readonly words: Words;
  readonly addenda: readonly PrintedAddendum[];
  readonly digest: string;
  /** Where it can be checked. */
  readonly check: string;
}

/** Undefined: a part that a page does without. Empty: one that a page must not be without. */
export type LayPart = (source: PartSource) => readonly LayoutBlock[] | undefined;
