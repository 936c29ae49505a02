import * as Y from "yjs";
import {
  joinRuns,
  type RichDocument,
  type RichElement,
  type RichMark,
  type RichNode,
  type RichRun,
  type RichValue,
  run,
  sortedMarks,
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

/** Yjs's types know strings only; it stores any plain value. */
export function attributesIn(element: Y.XmlElement): Record<string, RichValue> {
  const held: Record<string, RichValue | undefined> = element.getAttributes();
  return Object.fromEntries(
    Object.entries(held).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

export function readElement(element: Y.XmlElement): RichElement {
  const attrs = attributesIn(element);
  const content = readChildren(element);
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  };
}

type Attributes = Readonly<Record<string, Record<string, RichValue>>>;

interface Insertion {
  readonly insert: unknown;
  readonly attributes?: Attributes;
}

/** The text of one run container, cut where the marks change. */
export function readRuns(text: Y.XmlText): RichRun[] {
  const delta: readonly Insertion[] = text.toDelta();
  return delta.flatMap(({ insert, attributes }) =>
    typeof insert === "string" ? [run(insert, marksOf(attributes ?? {}))] : [],
  );
}

export const marksOf = (attributes: Attributes): RichMark[] =>
  sortedMarks(Object.entries(attributes).map(([type, attrs]) => ({ type, attrs })));
