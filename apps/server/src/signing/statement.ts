import { createSentences } from "@consilium/language";

/** What signing means: shown to whoever signs, and printed. */
export const statementOf = (zone: string): string => createSentences("en", zone)("signing.statement");

/** Of conflicts of interest, as it is printed. `words`: theirs; empty: they say that they have none. */
export const conflictsSaid = (zone: string, words: string): string =>
  words.trim() === "" ? createSentences("en", zone)("signing.noConflict") : words.trim();
