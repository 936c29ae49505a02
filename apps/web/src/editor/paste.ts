import { Fragment, type Schema, Slice } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";

/** SY-31: text beyond this is offered as a file instead. Characters. */
export const longestPaste = 1_000_000;

/** One transaction brings at most about so much: the server takes 256 KiB a frame, and others keep typing in between. */
const partLength = 16_000;

/**
 * A long paste, in parts that each are one transaction. False: it is short, the editor's own paste serves. The parts stand
 * one behind another, so that what others type meanwhile stays where they typed it.
 */
export function pasteInParts(view: EditorView, slice: Slice, done: () => void): boolean {
  if (slice.size <= partLength) return false;
  const parts = partsOf(slice, view.state.schema);
  const insertNext = () => {
    const part = parts.shift();
    if (!part || view.isDestroyed) return done();
    view.dispatch(view.state.tr.replaceSelection(part).scrollIntoView());
    setTimeout(insertNext);
  };
  insertNext();
  return true;
}

function partsOf(slice: Slice, schema: Schema): Slice[] {
  const blocks = slice.content.content.flatMap((block) =>
    block.isTextblock ? splitBlock(block, schema) : [block],
  );
  const parts: Slice[] = [];
  let taken: typeof blocks = [];
  let length = 0;
  for (const block of blocks) {
    if (length > 0 && length + block.nodeSize > partLength) {
      parts.push(new Slice(Fragment.from(taken), 0, 0));
      taken = [];
      length = 0;
    }
    taken.push(block);
    length += block.nodeSize;
  }
  parts.push(new Slice(Fragment.from(taken), 0, 0));
  return parts;
}

type Block = Slice["content"]["content"][number];

/** A paragraph that is longer than a part becomes several: no frame may hold it whole. Never inside a surrogate pair. */
function splitBlock(block: Block, schema: Schema): Block[] {
  if (block.nodeSize <= partLength) return [block];
  const pieces: Block[] = [];
  for (let from = 0; from < block.content.size;) {
    let to = Math.min(block.content.size, from + partLength);
    const code = block.textBetween(Math.max(0, to - 1), to).charCodeAt(0);
    if (code >= 0xd800 && code <= 0xdbff) to -= 1;
    pieces.push(schema.node(block.type, block.attrs, block.content.cut(from, to)));
    from = to;
  }
  return pieces;
}
