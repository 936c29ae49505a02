import { syllable } from "syllable";

/** By rules and a list of exceptions; exact for about six of seven clinical words. */
export const englishSyllables = (word: string): number => Math.max(1, syllable(word));
