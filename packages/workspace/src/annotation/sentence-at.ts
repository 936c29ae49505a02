import { evidenceMark } from "./bare-text.ts";

/** A range of a plain text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * The sentence that a link at `at` belongs to, within its block. A link that stands behind a full stop belongs to the sentence
 * before it, unless the words go on behind it in small letters.
 */
export function sentenceAt(text: string, at: number): Stretch {
  const from = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  const next = text.indexOf("\n", at);
  const line = text.slice(from, next < 0 ? text.length : next);
  const own = segmentsOf(line);
  const index = own.findLastIndex(({ start }) => from + start <= at);
  const segment = own[index] ?? { start: 0, end: line.length };
  const before = own.slice(0, index).findLast(({ start, end }) => hasWords(line.slice(start, end)));
  const isBehind =
    before !== undefined &&
    !hasWords(line.slice(segment.start, at - from)) &&
    beginsAnew(line.slice(at - from, segment.end));
  const start = isBehind ? before.start : segment.start;
  const end = isBehind ? at - from + 1 : segment.end;
  return trimmed(text, from + start, from + end);
}

/** The words of a stretch as they are read, without the places of links. */
export const wordsOf = (text: string, { start, end }: Stretch): string =>
  text
    .slice(start, end)
    .replaceAll(evidenceMark, " ")
    .replaceAll(/\([\s,;]*\)/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/ (?=[.,;:!?)\]])/gu, "")
    .trim();

/** A link is a word to whoever reads: as a sign without letters it would hide where a sentence begins. */
const segmentsOf = (line: string): readonly Stretch[] =>
  Array.from(sentences.segment(line.replaceAll(evidenceMark, "X")), ({ segment, index }) => ({
    start: index,
    end: index + segment.length,
  }));

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Whether what follows is nothing, or the beginning of another sentence. */
function beginsAnew(text: string): boolean {
  const first = /[\p{L}\p{N}]/u.exec(text)?.[0];
  return first === undefined || /\p{Lu}/u.test(first);
}

function trimmed(text: string, start: number, end: number): Stretch {
  const words = text.slice(start, end);
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
}
