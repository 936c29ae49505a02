/** How hard a text is to read, by formulas made for English. */
export interface Readability {
  /** Years of school, the higher one of Flesch-Kincaid and SMOG, rounded; undefined where there are too few words to say. */
  readonly grade: number | undefined;
  /** Sentences with more words than one reads at a breath. */
  readonly longSentences: number;
  readonly longParagraphs: number;
}

/** Below this a single long word decides the grade. */
const fewestWords = 30;
const longestSentence = 25;
const longestParagraph = 100;

/** A paragraph a line. */
export function readability(text: string): Readability {
  const paragraphs = text.split("\n").filter((paragraph) => paragraph.trim() !== "");
  const sentences = paragraphs.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  return {
    grade: words.length < fewestWords ? undefined : gradeOf(sentences.length, words),
    longSentences: sentences.filter((sentence) => wordsOf(sentence).length > longestSentence).length,
    longParagraphs: paragraphs.filter((paragraph) => wordsOf(paragraph).length > longestParagraph).length,
  };
}

function gradeOf(sentences: number, words: readonly string[]): number {
  const syllables = words.map(syllablesOf);
  const all = syllables.reduce((sum, count) => sum + count, 0);
  const long = syllables.filter((count) => count >= 3).length;
  // Kincaid and others, Navy Research Branch Report 8-75 (1975).
  const fleschKincaid = 0.39 * (words.length / sentences) + 11.8 * (all / words.length) - 15.59;
  // McLaughlin, Journal of Reading 12 (1969), with his factor for samples of other than 30 sentences.
  const smog = 3.1291 + 1.043 * Math.sqrt((long * 30) / sentences);
  return Math.max(1, Math.round(Math.max(fleschKincaid, smog)));
}

/** A point inside a number, or behind a title, ends no sentence. */
const sentencesOf = (paragraph: string): readonly string[] =>
  paragraph
    .replaceAll(/\b(Dr|Mr|Mrs|Ms|Prof|e\.g|i\.e)\./gu, "$1")
    .split(/[.!?]+(?=\s|$)/u)
    .filter((sentence) => wordsOf(sentence).length > 0);

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}[\p{L}'’]*/gu) ?? [];

/** Groups of vowels, without a final e that is not heard. An estimate: a dictionary would be right more often. */
function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replaceAll(/['’]/gu, "");
  const heard = plain.replace(/(?<=[^aeiouyl])(?:e|es|ed)$/u, "");
  return Math.max(1, heard.match(/[aeiouy]+/gu)?.length ?? 0);
}
