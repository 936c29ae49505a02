import * as Y from "yjs";

/** Whose keys they are, in every document with one writer: an id is one document's. */
export const typist = 7;

export interface TypedFrames {
  /** The client id. */
  readonly author: number;
  /** The paragraph that is typed in. */
  readonly opening: Uint8Array;
  readonly keys: readonly Uint8Array[];
  /** The typist's clock after each key is this and the number of keys. */
  readonly begun: number;
}

/** What an editor sends for one new paragraph and that many keys in it. */
export function typeFrames(count: number, author = typist): TypedFrames {
  const doc = new Y.Doc();
  doc.clientID = author;
  const frames: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => frames.push(update));
  const text = new Y.XmlText("b");
  const paragraph = new Y.XmlElement("paragraph");
  doc.transact(() => {
    paragraph.insert(0, [text]);
    doc.getXmlFragment("s.summary").push([paragraph]);
  });
  const begun = Y.getState(doc.store, author);
  for (let key = 0; key < count; key += 1) text.insert(text.length, "a");
  const [opening, ...keys] = frames;
  if (!opening || keys.length !== count) throw new Error("A key is not one update.");
  return { author, opening, keys, begun };
}
