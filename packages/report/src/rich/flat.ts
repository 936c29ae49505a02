import type { Block, Row } from "../text.ts";

/** Lists in quotes in tables, as deep as paper can show them. What lies deeper is printed one after the other. */
export const flat = (blocks: readonly Block[], rest = 8): readonly Block[] =>
  blocks.flatMap((block): readonly Block[] => {
    const inside = insideOf(block);
    if (inside.length === 0) return [block];
    return rest === 0 ? flat(inside, 0) : [withInside(block, (deeper) => flat(deeper, rest - 1))];
  });

/** What a block holds of other blocks. */
function insideOf(block: Block): readonly Block[] {
  if (block.type === "list") return block.items.flat();
  if (block.type === "quote") return block.content;
  if (block.type === "table") return [...block.head, ...block.body].flat().flatMap(({ content }) => content);
  return [];
}

function withInside(block: Block, change: (blocks: readonly Block[]) => readonly Block[]): Block {
  const rows = (all: readonly Row[]): readonly Row[] =>
    all.map((row) => row.map((cell) => ({ ...cell, content: change(cell.content) })));
  if (block.type === "list") return { ...block, items: block.items.map(change) };
  if (block.type === "quote") return { ...block, content: change(block.content) };
  if (block.type === "table") return { ...block, head: rows(block.head), body: rows(block.body) };
  return block;
}
