import type { Counts } from "./counts.ts";

/** Ease of reading as Flesch's, more is easier. Kandel and Moles, Cahiers d'Études de Radio-Télévision 19 (1958). French. */
export const kandelMoles = ({ words, sentences, syllables }: Counts): number =>
  207 - 1.015 * (words / sentences) - 73.6 * (syllables / words);
