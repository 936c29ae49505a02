import type { Counts } from "./counts.ts";

/** Ease of reading as Flesch's, more is easier. Amstad, Zürich (1978). German. */
export const amstad = ({ words, sentences, syllables }: Counts): number =>
  180 - words / sentences - 58.5 * (syllables / words);
