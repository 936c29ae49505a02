import type { Counts } from "./counts.ts";

/** Years of school in the United States. Kincaid and others, Navy Research Branch Report 8-75 (1975). English. */
export const fleschKincaid = ({ words, sentences, syllables }: Counts): number =>
  0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
