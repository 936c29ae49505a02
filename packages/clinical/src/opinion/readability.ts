import { createLineReader } from "@consilium/foundation";

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

/** A paragraph a line. Of a text that is read again, only paragraphs that changed are. */
export function createReadability(): (text: string) => Readability {
  const read = createLineReader(countParagraph);
  return (text) => {
    const paragraphs = read(text);
    const sum = (count: (paragraph: Counts) => number): number =>
      paragraphs.reduce((all, paragraph) => all + count(paragraph), 0);
    const all: Counts = {
      sentences: sum(({ sentences }) => sentences),
      words: sum(({ words }) => words),
      syllables: sum(({ syllables }) => syllables),
      longWords: sum(({ longWords }) => longWords),
      longSentences: sum(({ longSentences }) => longSentences),
    };
    return {
      grade: all.words < fewestWords ? undefined : gradeOf(all),
      longSentences: all.longSentences,
      longParagraphs: paragraphs.filter(({ words }) => words > longestParagraph).length,
    };
  };
}

interface Counts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
  /** Of three syllables or more. */
  readonly longWords: number;
  readonly longSentences: number;
}

function countParagraph(paragraph: string): Counts {
  const sentences = sentencesOf(paragraph).map(wordsOf);
  const syllables = sentences.flat().map(syllablesOf);
  return {
    sentences: sentences.length,
    words: syllables.length,
    syllables: syllables.reduce((sum, count) => sum + count, 0),
    longWords: syllables.filter((count) => count >= 3).length,
    longSentences: sentences.filter((words) => words.length > longestSentence).length,
  };
}

function gradeOf({ sentences, words, syllables, longWords }: Counts): number {
  // Kincaid and others, Navy Research Branch Report 8-75 (1975).
  const fleschKincaid = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
  // McLaughlin, Journal of Reading 12 (1969), with his factor for samples of other than 30 sentences.
  const smog = 3.1291 + 1.043 * Math.sqrt((longWords * 30) / sentences);
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
