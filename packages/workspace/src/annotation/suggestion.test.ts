import { createSeededRandom, createUlid } from "@consilium/foundation";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { indexDocument } from "./document-index.ts";
import { makeAnchor } from "./make-anchor.ts";
import { applySuggestion, judgeSuggestion } from "./suggestion.ts";
import { block, openEditor, writeBlocks } from "./testing/headless-editor.ts";
import { valueOf } from "./testing/value-of.ts";
import type { Thread } from "./thread.ts";
import { threadsVisibleIn } from "./visible-threads.ts";

const random = createSeededRandom(7);
const ulid = () => createUlid(0, random);
const xmlOf = (doc: Y.Doc) => JSON.stringify(doc.getXmlFragment("s.plain"));

const thread: Omit<Thread, "anchor" | "body"> = {
  key: "key",
  id: ulid(),
  kind: "comment",
  by: ulid(),
  target: "story",
  audience: "everyone",
  replacement: undefined,
  created: "2026-11-24T09:00:00.000Z",
  replies: [],
  state: { is: "open" },
  count: 0,
};

function openDraft() {
  const doc = new Y.Doc();
  writeBlocks(doc.getXmlFragment("s.plain"), [
    block("The tumour measures 32 mm in the liver."),
    block("A second scan follows."),
  ]);
  const index = indexDocument(doc);
  const start = index.place({ section: "plain" })?.text.indexOf("32 mm") ?? 0;
  const made = makeAnchor(index, { section: "plain" }, start, start + 5);
  return { doc, index, anchor: valueOf(made) };
}

test("a suggestion is put in the place of its words, with their marks, once", () => {
  const { doc, index, anchor } = openDraft();
  const editor = openEditor(doc.getXmlFragment("s.plain"));
  editor.apply((transaction) => transaction.addMark(21, 26, transaction.doc.type.schema.mark("bold")));
  const suggestion = { id: ulid(), anchor, replacement: "21 mm" };
  expect(judgeSuggestion(index, anchor, "21 mm")).toMatchObject({ fate: "apply", at: { from: 21, to: 26 } });
  expect(applySuggestion(index, suggestion).ok).toBe(true);
  expect(xmlOf(doc)).toContain("measures <bold>21 mm</bold> in");
  expect(doc.getMap("accepted").get(suggestion.id)).toBe(true);
  expect(applySuggestion(index, suggestion).ok).toBe(false);
});

test("a suggestion whose words have changed shows what was, what is and what is proposed, and changes nothing", () => {
  const { doc, index, anchor } = openDraft();
  openEditor(doc.getXmlFragment("s.plain")).apply((transaction) => transaction.insertText("4", 22, 23));
  expect(judgeSuggestion(index, anchor, "21 mm")).toMatchObject({
    fate: "ask",
    was: "32 mm",
    now: "34 mm",
    proposed: "21 mm",
  });
  const before = xmlOf(doc);
  expect(applySuggestion(index, { id: ulid(), anchor, replacement: "21 mm" })).toEqual({
    ok: false,
    reason: "changed",
  });
  expect(xmlOf(doc)).toBe(before);
});

test("a reader of a version sees the threads whose words stand in it, without a word of the draft around them", () => {
  const { doc, index, anchor } = openDraft();
  const version = new Y.Doc();
  Y.applyUpdate(version, Y.encodeStateAsUpdate(doc));
  const editor = openEditor(doc.getXmlFragment("s.plain"));
  editor.apply((transaction) => transaction.insertText(" It has spread to the lung.", 40));
  editor.apply((transaction) => transaction.insertText("SECRET ", 21));
  const draft = index.place({ section: "plain" })?.text ?? "";
  const on = (words: string) => {
    const made = makeAnchor(
      index,
      { section: "plain" },
      draft.indexOf(words),
      draft.indexOf(words) + words.length,
    );
    return valueOf(made);
  };
  const comments = [
    { anchor: on("32 mm"), body: "On what stands in both" },
    { anchor: on("spread to the lung"), body: "On what only the draft has" },
    { anchor: { kind: "observation", record: ulid(), observation: "2039-6" } as const, body: "On a value" },
  ];
  const threads = comments.map((comment) => ({ ...thread, ...comment }));
  const visible = threadsVisibleIn(indexDocument(version), threads);
  expect(visible.map(({ body }) => body)).toEqual(["On what stands in both"]);
  expect(JSON.stringify(visible)).not.toMatch(/SECRET|lung/);
  expect(anchor.quote.exact).toBe("32 mm");
});
