import type { TextPlace } from "./anchor.ts";
import type { FragmentIndex } from "./fragment-index.ts";

/** A range of a place's text. */
export interface Found {
  readonly where: TextPlace;
  readonly index: FragmentIndex;
  readonly start: number;
  readonly end: number;
}

/** What is left of an anchor's first and last letter, in the text of its place. */
export interface Ends {
  readonly start: number;
  readonly end: number;
  readonly startLives: boolean;
  readonly endLives: boolean;
}
