/** What the formulas count of a text. Sums of its paragraphs. */
export interface Counts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
  /** Words of one syllable. */
  readonly shortWords: number;
  /** Words of three syllables or more. */
  readonly manySyllables: number;
  /** Words of more than six letters. */
  readonly manyLetters: number;
  readonly longSentences: number;
}

/** Sentences with more words than one reads at a breath. */
const longestSentence = 25;

/** Counts one paragraph. `syllablesIn`: of one word without hyphens. */
export function countParagraph(sentences: readonly string[], syllablesIn: (word: string) => number): Counts {
  const bySentence = sentences.map(wordsOf);
  const words = bySentence.flat();
  const syllables = words.map((word) => word.split("-").reduce((sum, part) => sum + syllablesIn(part), 0));
  return {
    sentences: sentences.length,
    words: words.length,
    syllables: syllables.reduce((sum, count) => sum + count, 0),
    shortWords: syllables.filter((count) => count <= 1).length,
    manySyllables: syllables.filter((count) => count >= 3).length,
    manyLetters: words.filter((word) => lettersIn(word) > 6).length,
    longSentences: bySentence.filter(({ length }) => length > longestSentence).length,
  };
}

export const noCounts: Counts = {
  sentences: 0,
  words: 0,
  syllables: 0,
  shortWords: 0,
  manySyllables: 0,
  manyLetters: 0,
  longSentences: 0,
};

export const addCounts = (one: Counts, other: Counts): Counts => ({
  sentences: one.sentences + other.sentences,
  words: one.words + other.words,
  syllables: one.syllables + other.syllables,
  shortWords: one.shortWords + other.shortWords,
  manySyllables: one.manySyllables + other.manySyllables,
  manyLetters: one.manyLetters + other.manyLetters,
  longSentences: one.longSentences + other.longSentences,
});

/** A hyphen joins, and so does an apostrophe: "l'examen" is one word. Numbers are no words. */
const wordsOf = (sentence: string): readonly string[] =>
  (sentence.match(/[\p{L}\p{M}\d]+(?:['’-][\p{L}\p{M}\d]+)*/gu) ?? []).filter((word) => /\p{L}/u.test(word));

const lettersIn = (word: string): number => word.match(/\p{L}/gu)?.length ?? 0;
