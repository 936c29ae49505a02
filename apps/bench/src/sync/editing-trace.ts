import { createSeededRandom } from "@consilium/foundation";
import * as Y from "yjs";

export interface EditingTrace {
  /** One update an operation: a letter typed, or one deleted. The first makes the paragraphs. */
  readonly updates: readonly Uint8Array[];
  /** What all of them give. */
  readonly content: Uint8Array;
}

const firstAuthor = 1000;
const authors = 5;
const paragraphs = 60;
/** Letters that are typed without moving the caret, at most, and as many deleted after them. */
const longestRun = 40;
const longestDeletion = 6;
const alphabet = "abcdefgh ";

/** So many operations of five authors, the same for the same seed: runs of letters at a place, some of the last ones taken back. */
export function writeTrace(operations: number, seed = 1): EditingTrace {
  const random = createSeededRandom(seed);
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  doc.clientID = firstAuthor;
  const texts = addParagraphs(doc);
  for (let left = operations; left > 0;) {
    doc.clientID = firstAuthor + random.below(authors);
    const text = random.pick(texts);
    let place = random.below(text.length + 1);
    const typed = Math.min(left, 1 + random.below(longestRun));
    for (let letter = 0; letter < typed; letter += 1)
      text.insert(place++, alphabet.charAt(random.below(alphabet.length)));
    const taken = Math.min(left - typed, place, random.below(longestDeletion));
    for (let letter = 0; letter < taken; letter += 1) text.delete(--place, 1);
    left -= typed + taken;
  }
  return { updates, content: Y.encodeStateAsUpdate(doc) };
}

function addParagraphs(doc: Y.Doc): readonly Y.XmlText[] {
  const texts = Array.from({ length: paragraphs }, () => new Y.XmlText("x"));
  const blocks = texts.map((text) => {
    const block = new Y.XmlElement("paragraph");
    block.insert(0, [text]);
    return block;
  });
  doc.getXmlFragment("s.summary").push(blocks);
  return texts;
}
