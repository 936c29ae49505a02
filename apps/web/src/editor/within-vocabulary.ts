import { nodes } from "@consilium/workspace";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";

/**
 * What comes by pasting or dropping, without the attributes that a document cannot hold: Tiptap's cells know an alignment,
 * its lists a type. The gate would refuse the whole frame.
 */
export const withinVocabulary = (slice: Slice): Slice =>
  new Slice(cleaned(slice.content), slice.openStart, slice.openEnd);

const cleaned = (fragment: Fragment): Fragment => Fragment.from(fragment.content.map(cleanNode));

function cleanNode(node: Node): Node {
  if (node.isText) return node;
  const allowed = nodes.get(node.type.name)?.attributes;
  const kept = Object.entries(node.attrs).filter(([name]) => allowed?.has(name));
  return node.type.create(Object.fromEntries(kept), cleaned(node.content), node.marks);
}
