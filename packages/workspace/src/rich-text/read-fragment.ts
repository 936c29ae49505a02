import * as Y from "yjs";
import {
  joinRuns,
  type RichDocument,
  type RichElement,
  type RichMark,
  type RichNode,
  run,
} from "./rich-node.ts";

/**
 * What y-tiptap's `yXmlFragmentToProsemirrorJSON` gives, with neighbouring runs of equal marks joined and marks in the order
 * of their names. An empty fragment has no content; ProseMirror's `check()` wants a paragraph there.
 */
export const readFragment = (fragment: Y.XmlFragment): RichDocument => ({
  type: "doc",
  content: readChildren(fragment),
});

const readChildren = (parent: Y.XmlFragment): RichNode[] =>
  joinRuns(
    parent.toArray().flatMap((child): readonly RichNode[] => {
      if (child instanceof Y.XmlText) return readRuns(child);
      return child instanceof Y.XmlElement ? [readElement(child)] : [];
    }),
  );

function readElement(element: Y.XmlElement): RichElement {
  const attrs: Record<string, unknown> = element.getAttributes();
  const content = readChildren(element);
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  };
}

interface Insertion {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, Record<string, unknown>>>;
}

function readRuns(text: Y.XmlText): RichNode[] {
  const delta: readonly Insertion[] = text.toDelta();
  return delta.flatMap(({ insert, attributes }) =>
    typeof insert === "string" ? [run(insert, marksOf(attributes ?? {}))] : [],
  );
}

export const marksOf = (attributes: Readonly<Record<string, Record<string, unknown>>>): RichMark[] =>
  Object.entries(attributes)
    .map(([type, attrs]) => ({ type, attrs }))
    .toSorted((one, other) => (one.type < other.type ? -1 : 1));
