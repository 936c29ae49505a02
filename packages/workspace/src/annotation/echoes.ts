import type { DocumentIndex } from "./document-index.ts";
import type { BareQuote } from "./quote.ts";

const longest = 16;
/** A shorter piece stands everywhere and says nothing. */
const shortest = 8;

/**
 * How often the quote's pieces stand in the whole document: what is before the words, how they begin, how they end, what is
 * after them. Moving the words does not raise it; a copy does, also where the words that were copied have been edited since.
 */
export const countEchoes = (index: DocumentIndex, { prefix, exact, suffix }: BareQuote): readonly number[] =>
  [prefix.slice(-longest), exact.slice(0, longest), exact.slice(-longest), suffix.slice(0, longest)].map(
    (piece) =>
      piece.length < shortest
        ? 0
        : index.places().reduce((sum, { index: place }) => sum + place.occurrences(piece).length, 0),
  );
