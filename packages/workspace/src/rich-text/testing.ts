import * as Y from "yjs";

/** All runs of text under a fragment, in the order of reading. */
export const textsOf = (parent: Y.XmlFragment): Y.XmlText[] =>
  parent
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsOf(child) : [],
    );

/** A paragraph not yet in a document. */
export function paragraphOf(text: Y.XmlText | string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [typeof text === "string" ? new Y.XmlText(text) : text]);
  return paragraph;
}
