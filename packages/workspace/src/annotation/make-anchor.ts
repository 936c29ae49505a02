import { ok, refuse, type Result } from "@consilium/foundation";
import { anchorLimits, type LetterId, type Rival, type TextAnchor, type TextPlace } from "./anchor.ts";
import { blockAt } from "./block.ts";
import type { DocumentIndex } from "./document-index.ts";
import { countEchoes } from "./echoes.ts";
import { offsetsOf } from "./fragment-index.ts";
import { isSameLetter, letterAt } from "./letter.ts";
import { type BareQuote, bareQuote, likeness, quoteAt, wordsWithin } from "./quote.ts";

export type AnchorRefusal = "no-such-place" | "no-words" | "quote-too-long";

/** An anchor on the text range [start, end) of a place; white space and links at its ends are left out. */
export function makeAnchor(
  index: DocumentIndex,
  where: TextPlace,
  start: number,
  end: number,
): Result<TextAnchor, AnchorRefusal> {
  const place = index.place(where);
  if (!place) return refuse("no-such-place");
  const words = wordsWithin(place.text, start, end);
  if (!words) return refuse("no-words");
  if (words.end - words.start > anchorLimits.quote) return refuse("quote-too-long");
  const first = letterAt(place, words.start);
  const last = letterAt(place, words.end - 1);
  const block = blockAt(place, words.start);
  if (!first || !last || !block) return refuse("no-words");
  const quote = quoteAt(place.text, words.start, words.end);
  const bare = bareQuote(quote);
  return ok({
    kind: "text",
    where,
    start: { item: first, assoc: 0 },
    end: { item: last, assoc: -1 },
    block,
    quote,
    ...rivalsOf(index, first, bare),
    echoes: countEchoes(index, bare),
    hint: words.start,
  });
}

/** The same for a ProseMirror range of the place's editor. */
export function makeAnchorInEditor(
  index: DocumentIndex,
  where: TextPlace,
  from: number,
  to: number,
): Result<TextAnchor, AnchorRefusal> {
  const place = index.place(where);
  if (!place) return refuse("no-such-place");
  const { start, end } = offsetsOf(place, from, to);
  return makeAnchor(index, where, start, end);
}

function rivalsOf(index: DocumentIndex, own: LetterId, quote: BareQuote) {
  const found: Rival[] = [];
  for (const { index: place } of index.places()) {
    const bare = place.bare();
    for (const at of place.occurrences(quote.exact)) {
      const letter = letterAt(place, bare.offsets[at] ?? 0);
      if (letter && !isSameLetter(letter, own))
        found.push({ letter, likeness: likeness(bare.text, at, quote) });
    }
  }
  found.sort((one, other) => other.likeness - one.likeness);
  return {
    rivals: found.slice(0, anchorLimits.rivals),
    rest: found[anchorLimits.rivals]?.likeness ?? -1,
  };
}
