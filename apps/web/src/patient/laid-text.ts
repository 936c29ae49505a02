import type { RichDocument, RichElement, RichNode, RichRun } from "@consilium/workspace";

/** A rich text whose every run knows where it stands in the plain text of its place. */
export type LaidNode = LaidRun | LaidElement;

export interface LaidRun extends RichRun {
  /** UTF-16, as in `indexDocument` of workspace: blocks of text parted by one "\n", a hard break "\n", evidence one unit. */
  readonly offset: number;
}

export interface LaidElement extends Omit<RichElement, "content"> {
  readonly content: readonly LaidNode[];
  /** Of its first letter, and behind its last one. */
  readonly start: number;
  readonly end: number;
}

export const isLaidRun = (node: LaidNode): node is LaidRun => "text" in node;

const leaves = new Set(["hardBreak", "evidence"]);

export function layText({ content }: RichDocument): readonly LaidNode[] {
  let offset = 0;
  let isParted = false;
  const write = (length: number): number => {
    if (isParted && offset > 0) offset += 1;
    isParted = false;
    const at = offset;
    offset += length;
    return at;
  };
  const lay = (node: RichNode): LaidNode => {
    if ("text" in node) return { ...node, offset: write(node.text.length) };
    if (leaves.has(node.type)) {
      const start = write(1);
      return { ...node, content: [], start, end: start + 1 };
    }
    isParted = true;
    const inside = (node.content ?? []).map(lay);
    isParted = true;
    return { ...node, content: inside, start: startOf(inside) ?? offset, end: offset };
  };
  return content.map(lay);
}

const startOf = ([first]: readonly LaidNode[]): number | undefined =>
  first && (isLaidRun(first) ? first.offset : first.start);
