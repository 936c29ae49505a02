import { createLineReader } from "@consilium/foundation";
import type { TermFinder } from "./find-terms.ts";

/** A term that the text uses and nowhere says in other words. */
export interface UnexplainedTerm {
  readonly id: string;
  /** As it stands where it is used first. */
  readonly words: string;
}

interface Mention extends UnexplainedTerm {
  readonly isExplained: boolean;
}

/**
 * Terms that a text leaves unexplained, in the order of their first use. A term counts as explained where any of its uses is
 * followed by brackets or by words such as "that is", in its sentence or at the beginning of the next, or stands in brackets or
 * behind "called" itself. English. Of a text that is read again, only lines that changed are.
 */
export function createUnexplainedTerms(find: TermFinder): (text: string) => readonly UnexplainedTerm[] {
  const read = createLineReader((line) => mentionsIn(line, find));
  return (text) => {
    const mentions = read(text).flat();
    const explained = new Set(mentions.filter(({ isExplained }) => isExplained).map(({ id }) => id));
    const first = new Map<string, UnexplainedTerm>();
    for (const { id, words } of mentions)
      if (!explained.has(id) && !first.has(id)) first.set(id, { id, words });
    return [...first.values()];
  };
}

const mentionsIn = (line: string, find: TermFinder): readonly Mention[] =>
  find(line).map(({ term, start, end }) => ({
    id: term.id,
    words: line.slice(start, end),
    isExplained: explainsBehind.test(line.slice(end)) || explainsBefore.test(line.slice(0, start)),
  }));

const meaning = String.raw`(?:means?|is the name for|is when|is an?|that is|which is|which means|in other words|i\.e\.)`;
/** "stenosis (a narrow place)", "a stenosis, that is, …", "an MRI. That is a scan with magnets". */
const explainsBehind = new RegExp(
  String.raw`^(?:\s*\(|\s*[–—:]\s|\s*,\s*or\s|\s*,?\s*${meaning}\b|[^.!?]*[.!?]\s+(?:that|this|it) (?:means\b|is (?:an?|when|how|where|what)\b))`,
  "iu",
);
/** "a narrow place (stenosis", "called a stenosis". */
const explainsBefore = /(?:\(|\bcalled (?:an? |the )?|\bnamed )$/iu;
