import type { Block, Inline } from "../text.ts";
import type { Note } from "./layout.ts";

export const text = (words: string, bold = false): Inline => ({
  type: "text",
  text: words,
  bold,
  italic: false,
  href: null,
});

export const paragraph = (...content: readonly Inline[]): Block => ({ type: "paragraph", content });

/** No paragraph where there are no words. */
export const line = (words: string): readonly Block[] => (words === "" ? [] : [paragraph(text(words))]);

export const heading = (words: string): Block => ({ type: "heading", content: [text(words)] });

export const note = (...content: readonly Inline[]): Note => ({ type: "note", content });

/** Words in bold before the first paragraph of what follows: on its line, where it begins with one. */
export function runIn(lead: string, blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.type !== "paragraph") return [paragraph(text(lead, true)), ...blocks];
  return [paragraph(text(`${lead} `, true), ...first.content), ...rest];
}

/** `runIn`, and nothing at all where nothing follows. */
export const labelled = (lead: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : runIn(lead, blocks);

/** Letters behind the last words, with a space between. */
export function withPlaces(blocks: readonly Block[], letters: readonly string[]): readonly Block[] {
  if (letters.length === 0) return blocks;
  const marks = letters.map((letter): Inline => ({ type: "place", letter, words: null }));
  const last = blocks.at(-1);
  if (last?.type !== "paragraph") return [...blocks, paragraph(...marks)];
  const missing = marks.filter(
    (mark) =>
      !last.content.some(
        (part) => part.type === "place" && part.letter === (mark.type === "place" ? mark.letter : ""),
      ),
  );
  return [...blocks.slice(0, -1), paragraph(...last.content, ...missing)];
}
