import { createSeededRandom } from "@consilium/foundation";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { writeSomething } from "../testing/index.ts";
import { diffIntoFragment } from "./diff-into-fragment.ts";
import { markdownToRichText } from "./markdown.ts";
import { readFragment } from "./read-fragment.ts";
import type { RichDocument } from "./rich-node.ts";

const rich = (markdown: string): RichDocument =>
  markdownToRichText(markdown, ({ record }) => `01ARZ3NDEKTSV4RRFFQ69G5FA${record}`);

/** How many characters and nodes a step wrote and took away, and whether the result is right. */
function step(before: RichDocument, after: RichDocument): { wrote: number; took: number } {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment("s.summary");
  diffIntoFragment(fragment, before);
  const clock = Y.getState(doc.store, doc.clientID);
  let took = 0;
  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    for (const ranges of transaction.deleteSet.clients.values())
      took += ranges.reduce((sum, range) => sum + range.len, 0);
  });
  diffIntoFragment(fragment, after);
  expect(readFragment(fragment)).toEqual(after);
  return { wrote: Y.getState(doc.store, doc.clientID) - clock, took };
}

const text = "Three metastases remain. A right hepatectomy is the safest way.\n\nThe lesion was 9 mm.";

test.for([
  ["nothing", text, text, { wrote: 0, took: 0 }],
  ["one word", text, text.replace("safest", "riskiest"), { wrote: 5, took: 3 }],
  ["words at the end", text, `${text} It is 6 mm.`, { wrote: 12, took: 0 }],
  ["a word made bold", text, text.replace("right", "**right**"), { wrote: 2, took: 0 }],
  ["a bold word made plain", text.replace("right", "**right**"), text, { wrote: 0, took: 2 }],
  ["a paragraph between", text, text.replace("\n\n", "\n\nNew.\n\n"), { wrote: 6, took: 0 }],
  ["one item of a list", "- a one\n- b two\n- c three", "- a one\n- b 2\n- c three", { wrote: 1, took: 3 }],
  ["a heading's level", "### CT of today", "## CT of today", { wrote: 1, took: 1 }],
] as const)("a step of %s costs what it should", ([, before, after, cost]) => {
  expect(step(rich(before), rich(after))).toEqual(cost);
});

test("a paragraph that was changed and moved down by a new one is changed inside", () => {
  const { took } = step(
    rich(text),
    rich(text.replace("Three", "New here.\n\nThree").replace("9 mm", "6 mm")),
  );
  expect(took).toBe(1);
});

test("an evidence link in the middle of a sentence keeps the sentence", () => {
  const linked = text.replace("A right", "[[evidence:V#x|y]] A right");
  const { took } = step(rich(text), rich(linked));
  expect(took).toBeLessThan(45);
  step(rich(linked), rich(text));
});

test("[SY-13] an edit between characters that share half a surrogate pair takes the whole character", () => {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment("s.summary");
  diffIntoFragment(fragment, rich("a 😀 b"));
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  for (const next of ["a 😁 b", "a 🤀 b", "a 😀😁 b", "a 😀🤁 b", "😀"]) {
    const held = Y.encodeStateVector(other);
    diffIntoFragment(fragment, rich(next));
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, held));
    expect(readFragment(other.getXmlFragment("s.summary"))).toEqual(rich(next));
  }
});

test("any two states of a section: the result is the second one", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = createSeededRandom(seed);
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    for (let count = 0; count < 60; count += 1) {
      writeSomething(one, random);
      if (count === 30) Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
      else if (count > 30) writeSomething(other, random);
    }
    for (const name of ["s.summary", "s.findings", "s.plain"]) {
      const wanted = readFragment(other.getXmlFragment(name));
      diffIntoFragment(one.getXmlFragment(name), wanted);
      expect(readFragment(one.getXmlFragment(name))).toEqual(wanted);
    }
  }
});
