import type { Addendum } from "../addendum.ts";
import type { Block, Inline } from "../text.ts";
import { heading, labelled, line, note, text } from "./blocks.ts";
import { placeLine } from "./lay-places.ts";
import { licenceOf, nameOf, shownByOf } from "./lay-signing.ts";
import type { LayoutBlock } from "./layout.ts";
import type { LayPart } from "./part-source.ts";
import type { Words } from "./words.ts";

/** An addendum with the digest of its bytes. */
export interface PrintedAddendum {
  readonly addendum: Addendum;
  /** `addendumDigest`. */
  readonly digest: string;
}

/** What was added since, in the order in which it was signed. Letters of its places have its number in front. */
export const layAddenda: LayPart = ({ addenda, report, words }) =>
  addenda.length === 0
    ? undefined
    : addenda.flatMap((one, at) => layAddendum(one, { number: at + 1, records: report.records, words }));

interface Surroundings {
  readonly number: number;
  readonly records: Parameters<typeof placeLine>[1];
  readonly words: Words;
}

function layAddendum(
  { addendum, digest }: PrintedAddendum,
  { number, records, words }: Surroundings,
): readonly LayoutBlock[] {
  const { signer, signedAt, statement, text: blocks, places } = addendum;
  const { t, offset } = words;
  const at = new Date(signedAt);
  const letterOf = (letter: string): string => `${number}${letter}`;
  const listed = places.map((place) => ({
    letter: letterOf(place.letter),
    text: placeLine(place, records, words),
  }));
  return [
    heading(t("printed.addendum.by", { number: String(number), name: signer.name, at, offset: offset(at) })),
    ...blocks.map((block) => lettered(block, letterOf)),
    ...(listed.length > 0 ? [{ type: "places", places: listed } as const] : []),
    ...line([nameOf(signer), signer.workplace ?? ""].filter((part) => part !== "").join(", ")),
    ...licenceOf(signer.licence, words),
    ...shownByOf(signer, words),
    ...labelled(t("printed.statement"), line(statement)),
    note(text(`${t("printed.addendum.digest")} `, true), text(digest)),
  ];
}

/** The same block with other letters. */
function lettered(block: Block, letterOf: (letter: string) => string): Block {
  const inside = (blocks: readonly Block[]): readonly Block[] => blocks.map((one) => lettered(one, letterOf));
  switch (block.type) {
    case "paragraph":
    case "heading":
      return { ...block, content: block.content.map((part) => letteredInline(part, letterOf)) };
    case "quote":
      return { ...block, content: inside(block.content) };
    case "list":
      return { ...block, items: block.items.map(inside) };
    case "table": {
      const rows = (all: typeof block.body) =>
        all.map((row) => row.map((cell) => ({ ...cell, content: inside(cell.content) })));
      return { ...block, head: rows(block.head), body: rows(block.body) };
    }
  }
}

const letteredInline = (part: Inline, letterOf: (letter: string) => string): Inline =>
  part.type === "place" ? { ...part, letter: letterOf(part.letter) } : part;
