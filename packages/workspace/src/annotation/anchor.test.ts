import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { type Anchor, parseAnchor, type TextPlace } from "./anchor.ts";
import { type DocumentIndex, indexDocument } from "./document-index.ts";
import { offsetsOf, positionsOf } from "./fragment-index.ts";
import { makeAnchor, makeAnchorInEditor } from "./make-anchor.ts";
import { makeRecordTextAnchor, resolveObservationAnchor, resolveRecordTextAnchor } from "./record-anchor.ts";
import { refreshAnchor } from "./refresh-anchor.ts";
import { resolveTextAnchor } from "./resolve-text-anchor.ts";
import { partsPair } from "./surrogates.ts";
import { block, openEditor, schema, writeBlocks } from "./testing/headless-editor.ts";
import { given, valueOf } from "./testing/value-of.ts";

const where = { section: "findings" };
const id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

function writeSection(...texts: string[]): Y.Doc {
  const doc = new Y.Doc();
  writeBlocks(
    doc.getXmlFragment("s.findings"),
    texts.map((text) => block(text)),
  );
  return doc;
}

function anchorOn(index: DocumentIndex, words: string, at: TextPlace = where) {
  const start = index.place(at)?.text.indexOf(words) ?? -1;
  const made = makeAnchor(index, at, start, start + words.length);
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

const wordsAt = (index: DocumentIndex, found: ReturnType<typeof resolveTextAnchor>) =>
  found.state === "orphaned"
    ? undefined
    : index.place(found.at.where)?.text.slice(found.at.start, found.at.end);

test("an anchor is plain JSON and comes back from it", () => {
  const index = indexDocument(writeSection("The lesion in segment VI measures 21 mm."));
  const anchor = anchorOn(index, "segment VI");
  expect(parseAnchor(JSON.parse(JSON.stringify(anchor)))).toEqual(anchor);
});

test.for<[string, (anchor: Anchor) => unknown]>([
  ["nothing", () => undefined],
  ["another kind", (anchor) => ({ ...anchor, kind: "page" })],
  ["half a letter's id", (anchor) => ({ ...anchor, start: { item: { client: 1 }, assoc: 0 } })],
  [
    "a clock that is no number",
    (anchor) => ({ ...anchor, end: { item: { client: 1, clock: 1.5 }, assoc: -1 } }),
  ],
  [
    "a quote of 2,001 characters",
    (anchor) => ({ ...anchor, quote: { exact: "a".repeat(2001), prefix: "", suffix: "" } }),
  ],
  ["half a surrogate pair", (anchor) => ({ ...anchor, quote: { exact: "\ud83d", prefix: "", suffix: "" } })],
  [
    "surroundings of 33 characters",
    (anchor) => ({ ...anchor, quote: { exact: "a", prefix: "a".repeat(33), suffix: "" } }),
  ],
  [
    "nine rivals",
    (anchor) => ({
      ...anchor,
      rivals: Array.from({ length: 9 }, () => ({ letter: { client: 1, clock: 1 }, likeness: 1 })),
    }),
  ],
])("%s is no anchor", ([, spoil]) => {
  const index = indexDocument(writeSection("The lesion in segment VI"));
  expect(parseAnchor(spoil(anchorOn(index, "segment")))).toBeUndefined();
});

test("letters that this document never had are looked for by their words", () => {
  const index = indexDocument(writeSection("The lesion in segment VI measures 21 mm."));
  const anchor = anchorOn(index, "segment VI");
  const letter = { client: 999, clock: 5 };
  const foreign = {
    ...anchor,
    block: letter,
    start: { item: letter, assoc: 0 as const },
    end: { item: letter, assoc: -1 as const },
  };
  expect(resolveTextAnchor(index, foreign).state).toBe("moved");
});

test("a selection is taken by whole characters, without white space at its ends", () => {
  const index = indexDocument(writeSection("Ask 👩‍⚕️ about 🫀 now"));
  const text = index.place(where)?.text ?? "";
  const heart = text.indexOf("🫀");
  const made = makeAnchor(index, where, heart - 1, heart + 1);
  expect(made.ok && made.value.quote.exact).toBe("🫀");
  expect(makeAnchor(index, where, 3, 4)).toEqual({ ok: false, reason: "no-words" });
  expect(makeAnchor(index, { section: "plain" }, 0, 3)).toEqual({ ok: false, reason: "no-such-place" });
});

test("more than 2,000 characters are no phrase", () => {
  const index = indexDocument(writeSection("word ".repeat(500)));
  expect(makeAnchor(index, where, 0, 2100)).toEqual({ ok: false, reason: "quote-too-long" });
});

test("[SY-13] no anchor and no resolution parts a surrogate pair", () => {
  const pieces = fc.array(fc.constantFrom("🫀", "👩‍⚕️", "é", "a", " ", "mm"), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(pieces, fc.nat(), fc.nat(), fc.nat(), (parts, from, length, at) => {
      const text = parts.join("");
      const doc = writeSection(text, "and more");
      const index = indexDocument(doc);
      const made = makeAnchor(index, where, from % text.length, (from % text.length) + 1 + (length % 20));
      if (!made.ok) return;
      const { exact, prefix, suffix } = made.value.quote;
      expect([exact, prefix, suffix].every((part) => part.isWellFormed())).toBe(true);
      const editor = openEditor(doc.getXmlFragment("s.findings"));
      const place = at % text.length;
      if (partsPair(text, place)) return;
      editor.apply((transaction) => transaction.insertText("new", 1 + place));
      const shown = wordsAt(index, resolveTextAnchor(index, made.value));
      expect(shown?.isWellFormed() ?? true).toBe(true);
    }),
  );
});

test("of words that stand in many places, the anchor's own are found after their block was written anew", () => {
  const sentence = "There is no evidence of recurrence in the liver.";
  const doc = writeSection(
    `At first sight: ${sentence}`,
    `On the second CT: ${sentence}`,
    `After a year: ${sentence}`,
  );
  const index = indexDocument(doc);
  const text = index.place(where)?.text ?? "";
  const start = text.indexOf("no evidence", text.indexOf("second"));
  const made = makeAnchor(index, where, start, start + "no evidence".length);
  if (!made.ok) throw new Error(made.reason);
  expect(made.value.rivals).toHaveLength(2);
  const editor = openEditor(doc.getXmlFragment("s.findings"));
  const { from } = positionsOf(given(index.place(where)), start, start + 2);
  editor.apply((transaction) => transaction.setBlockType(from, from, schema.nodes["heading"] ?? null));
  const found = resolveTextAnchor(index, made.value);
  expect(found).toMatchObject({ state: "moved", at: { start, end: start + "no evidence".length } });
  const again = given(refreshAnchor(index, made.value, found));
  expect(resolveTextAnchor(index, again).state).toBe("exact");
  expect(refreshAnchor(index, again, resolveTextAnchor(index, again))).toBeUndefined();
});

test("phrases in tables, lists and an item's field have the positions of their editor", () => {
  const doc = new Y.Doc();
  const field = new Y.XmlFragment();
  doc.getMap("items").set(
    id,
    new Y.Map<unknown>([
      ["kind", "finding"],
      ["text", field],
    ]),
  );
  const link = schema.node("evidence", { id });
  writeBlocks(field, [
    schema.node("bulletList", null, [
      schema.node("listItem", null, [
        block("first"),
        schema.node("orderedList", null, [schema.node("listItem", null, [block("inner words")])]),
      ]),
    ]),
    schema.node("paragraph", null, [
      schema.text("one"),
      schema.node("hardBreak"),
      link,
      schema.text("two and three"),
    ]),
    schema.node("table", null, [
      schema.node("tableRow", null, [schema.node("tableCell", null, [block("cell words")])]),
    ]),
  ]);
  const index = indexDocument(doc);
  const at = { item: id, field: "text" };
  const place = given(index.place(at));
  expect(place.text).toBe("first\ninner words\none\n\ufffctwo and three\ncell words");
  const { doc: shown } = openEditor(field).state();
  for (const words of ["first", "inner words", "two and", "cell words"]) {
    const anchor = anchorOn(index, words, at);
    const found = resolveTextAnchor(index, anchor);
    if (found.state === "orphaned") throw new Error(words);
    expect(shown.textBetween(found.at.from, found.at.to)).toBe(words);
    expect(makeAnchorInEditor(index, at, found.at.from, found.at.to)).toEqual({ ok: true, value: anchor });
    expect(offsetsOf(place, found.at.from, found.at.to)).toEqual({
      start: found.at.start,
      end: found.at.end,
    });
  }
});

test("a mirror resolves as the document does, and sees a change in the observers of that change", () => {
  const doc = writeSection("The lesion in segment VI measures 21 mm.");
  const mirror = new Y.Doc();
  Y.applyUpdate(mirror, Y.encodeStateAsUpdate(doc));
  doc.on("update", (update: Uint8Array) => Y.applyUpdate(mirror, update));
  const index = indexDocument(mirror);
  const anchor = anchorOn(indexDocument(doc), "segment VI");
  const seen: unknown[] = [];
  mirror
    .getXmlFragment("s.findings")
    .observeDeep(() => seen.push(wordsAt(index, resolveTextAnchor(index, anchor))));
  openEditor(doc.getXmlFragment("s.findings")).apply((transaction) =>
    transaction.insertText("segment V or ", 15),
  );
  expect(seen).toEqual(["segment VI"]);
});

test("200 anchors in 30,000 characters are all found after a key", () => {
  const doc = writeSection(
    ...Array.from(
      { length: 100 },
      (_, nth) => `Paragraph ${nth} says: ${`finding ${nth} is stable; `.repeat(14)}`,
    ),
  );
  const index = indexDocument(doc);
  const { length } = index.place(where)?.text ?? "";
  expect(length).toBeGreaterThan(30_000);
  const anchors = Array.from({ length: 200 }, (_, nth) => {
    const made = makeAnchor(index, where, nth * 150, nth * 150 + 20);
    return valueOf(made);
  });
  openEditor(doc.getXmlFragment("s.findings")).apply((transaction) => transaction.insertText("x", 1));
  expect(new Set(anchors.map((anchor) => resolveTextAnchor(index, anchor).state))).toEqual(
    new Set(["exact"]),
  );
});

test("a phrase of a record is exact in it, moved in a new filing of it, and orphaned where it is not", () => {
  const text = "Liver: three lesions.\n\nImpression: partial response, sum of diameters down by a third.";
  const record = { id, sha256: "a".repeat(64), text };
  const start = text.indexOf("partial");
  const made = makeRecordTextAnchor(record, start, start + "partial response".length);
  if (!made.ok) throw new Error(made.reason);
  expect(parseAnchor(JSON.parse(JSON.stringify(made.value)))).toEqual(made.value);
  expect(resolveRecordTextAnchor(record, made.value)).toMatchObject({ state: "exact", at: { start } });
  const refiled = { id, sha256: "b".repeat(64), text: `NORTHGATE\n\n${text}` };
  expect(resolveRecordTextAnchor(refiled, made.value)).toMatchObject({
    state: "moved",
    at: { start: start + 11 },
  });
  expect(resolveRecordTextAnchor({ ...refiled, text: "Liver: nothing." }, made.value)).toEqual({
    state: "orphaned",
    was: "partial response",
  });
  expect(resolveRecordTextAnchor(undefined, made.value).state).toBe("orphaned");
});

test("a laboratory value is there or it is not", () => {
  const anchor = { kind: "observation", record: id, observation: "2039-6@2026-11-03" } as const;
  expect(parseAnchor({ ...anchor })).toEqual(anchor);
  expect(resolveObservationAnchor({ id, observations: new Set([anchor.observation]) }, anchor).state).toBe(
    "exact",
  );
  expect(resolveObservationAnchor({ id, observations: new Set() }, anchor).state).toBe("orphaned");
});
