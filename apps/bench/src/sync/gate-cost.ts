import { judgeUpdate, limits, vocabularyFor } from "@consilium/workspace";
import * as Y from "yjs";

export interface DocumentSize {
  readonly paragraphs: number;
  /** Client ids that wrote it. */
  readonly authors: number;
}

const vocabulary = vocabularyFor("opinion");
const warmUp = 1000;
const author = 7;

/** Microseconds that the gate takes for one key, the mean of `keys` after a warm-up, in a document of that size. */
export function measureGate(size: DocumentSize, keys = 3000): number {
  const content = writeOpinion(size);
  const frames = typeInto(content, warmUp + keys);
  let spent = 0;
  for (const [key, frame] of frames.entries()) {
    const begun = performance.now();
    const verdict = judgeUpdate(content, frame, {
      vocabulary,
      longest: limits.updateBytes,
      mayUse: (client) => client === author,
    });
    const judged = performance.now();
    if (verdict.fate !== "admit") throw new Error(`An honest key was not admitted: ${verdict.fate}`);
    Y.applyUpdate(content, verdict.bytes);
    if (key >= warmUp) spent += judged - begun;
  }
  return (spent / keys) * 1000;
}

function writeOpinion({ paragraphs, authors }: DocumentSize): Y.Doc {
  const doc = new Y.Doc();
  const summary = doc.getXmlFragment("s.summary");
  for (let id = 0; id < authors; id += 1) {
    doc.clientID = 10 + id;
    const own = Array.from({ length: paragraphs / authors }, (_, count) => {
      const element = new Y.XmlElement("paragraph");
      element.insert(0, [new Y.XmlText(`A sentence of some sixty letters about a nodule, number ${count}.`)]);
      return element;
    });
    summary.push(own);
  }
  return doc;
}

function typeInto(content: Y.Doc, keys: number): readonly Uint8Array[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(content));
  doc.clientID = author;
  const frames: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => frames.push(update));
  const paragraph = doc.getXmlFragment("s.summary").get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error("The opinion has no text.");
  for (let key = 0; key < keys; key += 1) text.insert(10 + key, "x");
  return frames;
}
