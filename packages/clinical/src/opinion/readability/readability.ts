import { createLineReader } from "@consilium/foundation";
import { amstad } from "./amstad.ts";
import { addCounts, type Counts, countParagraph, noCounts } from "./counts.ts";
import { fleschKincaid } from "./flesch-kincaid.ts";
import { kandelMoles } from "./kandel-moles.ts";
import { createSentenceReader } from "./sentences.ts";
import { smog, smogSentences } from "./smog.ts";
import { englishSyllables } from "./syllables/english.ts";
import { frenchSyllables } from "./syllables/french.ts";
import { germanSyllables } from "./syllables/german.ts";
import { rememberWords } from "./syllables/remember-words.ts";
import { spanishSyllables } from "./syllables/spanish.ts";
import { type InfleszBand, infleszBand, szigriszt } from "./szigriszt.ts";
import { wiener } from "./wiener.ts";

/** How hard a text is to read, by a formula made for its language; each formula has a scale of its own. */
export type Measure =
  | {
      readonly language: "en";
      readonly fleschKincaid: number;
      readonly smog: number;
      /** The higher one, rounded: years of school. */
      readonly grade: number;
      /** SMOG was made for 30 sentences, and there are fewer. */
      readonly isEstimate: boolean;
    }
  | { readonly language: "es"; readonly szigriszt: number; readonly band: InfleszBand }
  | { readonly language: "fr"; readonly kandelMoles: number }
  | { readonly language: "de"; readonly amstad: number; readonly wiener: number }
  /** Below thirty words one long word decides. */
  | { readonly language: "too-short" }
  /** No formula is known here for the language: nothing is computed. */
  | { readonly language: "none" };

export interface Readability {
  readonly measure: Measure;
  /** Of more than 25 words. Both are 0 where no formula is known. */
  readonly longSentences: number;
  /** Of more than 100 words. */
  readonly longParagraphs: number;
}

export const fewestWords = 30;
const longestParagraph = 100;

type Measured = Extract<Measure, { language: "en" | "es" | "fr" | "de" }>;
type MeasuredLanguage = Measured["language"];

const syllables: Readonly<Record<MeasuredLanguage, (word: string) => number>> = {
  en: englishSyllables,
  es: spanishSyllables,
  fr: frenchSyllables,
  de: germanSyllables,
};

const measures: Readonly<Record<MeasuredLanguage, (counts: Counts) => Measured>> = {
  en: (counts) => {
    const grades = { fleschKincaid: fleschKincaid(counts), smog: smog(counts) };
    const grade = Math.max(1, Math.round(Math.max(grades.fleschKincaid, grades.smog)));
    return { language: "en", ...grades, grade, isEstimate: counts.sentences < smogSentences };
  },
  es: (counts) => {
    const ease = szigriszt(counts);
    return { language: "es", szigriszt: ease, band: infleszBand(ease) };
  },
  fr: (counts) => ({ language: "fr", kandelMoles: kandelMoles(counts) }),
  de: (counts) => ({ language: "de", amstad: amstad(counts), wiener: wiener(counts) }),
};

const isMeasured = (language: string): language is MeasuredLanguage => Object.hasOwn(measures, language);

const unmeasured: Readability = { measure: { language: "none" }, longSentences: 0, longParagraphs: 0 };

/**
 * Reads a text of one language (BCP 47) again and again while it is written, a paragraph a line, so that an item of a list
 * ends its sentence: only paragraphs that changed are read anew.
 */
export function createReadability(language: string): (text: string) => Readability {
  const [primary = ""] = language.toLowerCase().split("-");
  if (!isMeasured(primary)) return () => unmeasured;
  const sentences = createSentenceReader(primary);
  const syllablesIn = rememberWords(syllables[primary]);
  const read = createLineReader((line) => countParagraph(sentences(line), syllablesIn));
  return (text) => {
    const paragraphs = read(text);
    const all = paragraphs.reduce(addCounts, noCounts);
    return {
      measure: all.words < fewestWords ? { language: "too-short" } : measures[primary](all),
      longSentences: all.longSentences,
      longParagraphs: paragraphs.filter(({ words }) => words > longestParagraph).length,
    };
  };
}
