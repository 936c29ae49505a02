import type { TermFinder } from "../glossary/find-terms.ts";
import type { ImagingHeld } from "../record/imaging-held.ts";

/** What the completeness rules read of a draft: plain text and scalar fields, never the Yjs document. */
export interface OpinionContent {
  /** Plain text of each section. */
  readonly sections: Readonly<Record<string, string>>;
  readonly items: readonly OpinionItem[];
}

/** A structured item as text: long fields are plain text here, scalars are as they are. */
export interface OpinionItem {
  readonly id: string;
  readonly kind: string;
  /** Fractional index: the order of items of one kind, compared by code unit. */
  readonly rank: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface AskedQuestion {
  readonly id: string;
  readonly rank: number;
  readonly text: string;
  readonly withdrawn: boolean;
}

/** The case's side of the rules: what was asked, and what is missing. */
export interface OpinionContext {
  readonly questions: readonly AskedQuestion[];
  /** Names of required records that nobody has sent yet. */
  readonly missingRecords: readonly string[];
  /** What of each way of imaging the records hold. */
  readonly imaging: ImagingHeld;
  /** A day as `2026-11-24`, where the case is. */
  readonly today: string;
  /** The patient's day of birth as `1968-03-14`; null: nobody said. */
  readonly born: string | null;
  /** In which the opinion is written, as BCP 47: rules that read words know English only. */
  readonly language: string;
  /** Finds the words that a patient may not know; without it nothing is said of them. */
  readonly findTerms?: TermFinder | undefined;
  /** Letters of a text that the printed report cannot show; without it nothing is said of them. */
  readonly uncovered?: ((text: string) => readonly string[]) | undefined;
  /** Seats of the case by their ids, those that ended too; without them nothing is said of owners who left. */
  readonly seats?: ReadonlyMap<string, { readonly name: string; readonly hasEnded: boolean }> | undefined;
  /** Findings of which the treating clinician has spoken with whoever writes. */
  readonly discussed: ReadonlySet<string>;
}
