import type { Block, Inline, Mention } from "./text.ts";

/** Blocks as plain text, a line each; a letter of a place in brackets. */
export const plainWords = (blocks: readonly Block[]): string => blocks.flatMap(linesOf).join("\n");

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [lineOf(block.content)];
    case "quote":
      return block.content.flatMap(linesOf);
    case "list":
      return block.items.flatMap((item, at) => {
        const [first = "", ...rest] = item.flatMap(linesOf);
        return [`${block.start === null ? "-" : `${block.start + at}.`} ${first}`, ...rest];
      });
    case "table":
      return [...block.head, ...block.body].map((row) =>
        row.map(({ content }) => content.flatMap(linesOf).join(" ")).join(" | "),
      );
  }
}

const lineOf = (content: readonly Inline[]): string =>
  content
    .map((part) => (part.type === "text" ? part.text : part.type === "break" ? " " : mentioned(part)))
    .join("")
    .trim();

const mentioned = ({ words, letter }: Mention): string =>
  words === null ? ` [${letter}]` : `${words} [${letter}]`;
