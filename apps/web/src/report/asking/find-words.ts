import type { DocumentIndex, TextPlace } from "@consilium/workspace";

/** Words of a page, with what stands before and after them in their paragraph: which of two equal ones is meant. */
export interface PageWords {
  readonly exact: string;
  readonly before: string;
  readonly after: string;
}

export interface FoundWords {
  readonly where: TextPlace;
  /** Offsets in the plain text of the place (UTF-16). */
  readonly start: number;
  readonly end: number;
}

/**
 * Where words of the report stand in the text that was signed: the report is printed from it, so they are the same but for
 * white space and links. Undefined: they stand in several texts, or are no words of it, such as a heading.
 */
export function findWords(index: DocumentIndex, words: PageWords): FoundWords | undefined {
  const [exact, before, after] = [bare(words.exact), bare(words.before), bare(words.after)];
  if (exact === "") return undefined;
  const found = index.places().flatMap(({ where, index: place }) => {
    const { text, offsets } = place.bare();
    return place.occurrences(exact).map((at) => ({
      isMeant: text.slice(0, at).endsWith(before) && text.startsWith(after, at + exact.length),
      where,
      start: offsets[at] ?? 0,
      end: (offsets[at + exact.length - 1] ?? 0) + 1,
    }));
  });
  const meant = found.find(({ isMeant }) => isMeant) ?? (found.length === 1 ? found[0] : undefined);
  return meant && { where: meant.where, start: meant.start, end: meant.end };
}

/** As texts are indexed: without white space and the places of links. */
const bare = (text: string): string => text.replaceAll(/[\s\uFFFC]+/g, "");
