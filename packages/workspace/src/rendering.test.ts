import { createSeededRandom } from "@consilium/foundation";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { canonicalRendering } from "./rendering.ts";
import { paragraphOf, textsOf } from "./rich-text/testing.ts";
import { itemIds, writeSomething } from "./testing/index.ts";

const rendered = (doc: Y.Doc) => canonicalRendering(doc, "opinion");

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function withSentence(sentence: string): { doc: Y.Doc; text: Y.XmlText; paragraph: Y.XmlElement } {
  const doc = new Y.Doc();
  const text = new Y.XmlText(sentence);
  const paragraph = paragraphOf(text);
  doc.getXmlFragment("s.summary").insert(0, [paragraph]);
  return { doc, text, paragraph };
}

test.for(Array.from({ length: 20 }, (_, index) => index + 1))(
  "[SY-35] replicas that received the same edits in another order render equally (%i)",
  (seed) => {
    const random = createSeededRandom(seed);
    const authors = [11, 12, 13].map((id) => Object.assign(new Y.Doc(), { clientID: id }));
    const updates: Uint8Array[] = [];
    for (const author of authors) author.on("update", (update) => updates.push(update));
    for (let step = 0; step < 150; step += 1) writeSomething(random.pick(authors), random);
    const straight = new Y.Doc();
    for (const update of updates) Y.applyUpdate(straight, update);
    const backwards = new Y.Doc();
    for (const update of updates.toReversed()) Y.applyUpdate(backwards, update);
    expect(rendered(straight)).toBe(rendered(backwards));
    expect(rendered(copyOf(straight))).toBe(rendered(straight));
    writeSomething(straight, random);
    expect(rendered(copyOf(straight))).toBe(rendered(straight));
  },
);

test("[SY-35] marks that change nothing do not show", () => {
  const { doc, text } = withSentence("14 mm, stable");
  const before = rendered(doc);
  text.applyDelta([{ retain: 2, attributes: { bold: {} } }]);
  expect(rendered(doc)).not.toBe(before);
  text.applyDelta([{ retain: 2, attributes: { bold: null } }]);
  expect(rendered(doc)).toBe(before);
});

test("[SY-35] a bold word that two people marked renders as if one had", () => {
  const { doc, text } = withSentence("14 mm, stable");
  const other = copyOf(doc);
  text.format(0, 5, { bold: {} });
  for (const copy of textsOf(other.getXmlFragment("s.summary"))) copy.format(0, 5, { bold: {} });
  const before = rendered(doc);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  expect(rendered(doc)).toBe(before);
});

test("[SY-35] a root that was only opened does not show", () => {
  const { doc } = withSentence("stable");
  const before = rendered(doc);
  doc.getXmlFragment("s.plain");
  doc.getMap("evidence");
  expect(rendered(doc)).toBe(before);
});

test("[SY-35] one different character, mark, field or attribute shows", () => {
  const { doc, text, paragraph } = withSentence("stable");
  const item = new Y.Map<unknown>([["title", "Nodule"]]);
  const seen = new Set([rendered(doc)]);
  const acts = [
    () => text.insert(0, "un"),
    () => text.format(0, 2, { italic: {} }),
    () => doc.getMap<unknown>("items").set(itemIds[0], item),
    () => item.set("title", "nodule"),
    () => doc.getMap<unknown>("evidence").set(itemIds[0], { quote: "12 mm" }),
    () => paragraph.setAttribute("id", "x"),
  ];
  for (const act of acts) {
    act();
    seen.add(rendered(doc));
  }
  expect(seen.size).toBe(acts.length + 1);
});

test("half a surrogate pair and NaN render on the author's replica as they do on the others", () => {
  const { doc } = withSentence("a\ud83db");
  doc.getMap<unknown>("evidence").set(itemIds[0], { value: Number.NaN });
  expect(rendered(doc)).toContain("\ufffd");
  expect(rendered(copyOf(doc))).toBe(rendered(doc));
});

test("a layer's annotations are rendered", () => {
  const doc = new Y.Doc();
  doc.getMap<unknown>("a").set(itemIds[0], new Y.Map([["body", "Why?"]]));
  expect(canonicalRendering(doc, "layer")).toBe(`{"a":{"${itemIds[0]}":{"body":"Why?"}}}`);
});
