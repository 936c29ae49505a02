import { expect, test } from "vitest";
import * as Y from "yjs";
import { vocabularyFor } from "../vocabulary/vocabulary.ts";
import { judgeUpdate } from "./judge-update.ts";
import { limits } from "./limits.ts";

const mine = 7;
const author = {
  vocabulary: vocabularyFor("opinion"),
  mayUse: (client: number) => client === mine,
  longest: limits.updateBytes,
};

/** A summary of that many paragraphs, each by one act, so that each has structs of its own. */
function opinionOf(paragraphs: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 42;
  const summary = doc.getXmlFragment("s.summary");
  for (let count = 0; count < paragraphs; count += 1) {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(`Sentence number ${count}.`)]);
    summary.push([paragraph]);
  }
  return doc;
}

/** What the author sends after that change to the words in the middle of the document. */
function changeInTheMiddle(doc: Y.Doc, act: (run: Y.XmlText) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = mine;
  const sent: Uint8Array[] = [];
  copy.on("update", (update: Uint8Array) => sent.push(update));
  const summary = copy.getXmlFragment("s.summary");
  const paragraph = summary.get(Math.floor(summary.length / 2));
  const run = paragraph instanceof Y.XmlElement && paragraph.get(0);
  if (!(run instanceof Y.XmlText)) throw new Error("there is one");
  act(run);
  const [frame] = sent;
  if (!frame || sent.length > 1) throw new Error("one act is one frame");
  return frame;
}

/** How many of the document's structs the gate looked at to let the frame in. */
function structsRead(doc: Y.Doc, frame: Uint8Array): number {
  let reads = 0;
  for (const [client, structs] of doc.store.clients) {
    const counted = new Proxy(structs, {
      get: (list, key, receiver) => {
        if (typeof key === "string" && /^\d+$/.test(key)) reads += 1;
        return Reflect.get(list, key, receiver) as unknown;
      },
    });
    doc.store.clients.set(client, counted);
  }
  expect(judgeUpdate(doc, frame, author).fate).toBe("admit");
  return reads;
}

const acts = [
  ["a key", (run: Y.XmlText) => run.insert(5, "x")],
  ["a deletion", (run: Y.XmlText) => run.delete(2, 3)],
  ["bold words", (run: Y.XmlText) => run.format(0, 8, { bold: {} })],
] as const;

test.each(acts)("[SY-15] what %s costs the gate does not grow with the document", (_, act) => {
  const [small, large] = [opinionOf(10), opinionOf(2560)].map((doc) =>
    structsRead(doc, changeInTheMiddle(doc, act)),
  );
  expect(small).toBeGreaterThan(0);
  // 256 times the text. Structs are found by halving: eight steps more for each that the frame refers to.
  expect(large).toBeLessThanOrEqual((small ?? 0) + 100);
});
