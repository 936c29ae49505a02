import { writeSchema } from "@consilium/workspace";
import { breathe, closePages, openPage, type Page } from "@consilium/workspace-client/testing";
import { createWorkspaceServer } from "@consilium/workspace-server";
import {
  appDoor,
  createMemoryLog,
  createStockClient,
  createTestPorts,
  exchange,
  opinionDocument,
  opinionName,
  visitorNamed,
} from "@consilium/workspace-server/testing";
import type { Editor } from "@tiptap/core";
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { Binder } from "../case/document-state.ts";
import { openTestEditor, writeParagraphs } from "./testing-editor.ts";

/** The editor of today is the newer one here: the older one is the same before it knew tables. */
const older = ["tableKit"];
const fragmentOf = (doc: Y.Doc) => doc.getXmlFragment("s.summary");
const at = new Date("2026-01-02T03:04:05Z");

afterEach(closePages);

/** An opinion of the newer editor, with a table that it wrote through the gate. */
async function openWithTable() {
  const log = createMemoryLog();
  const server = createWorkspaceServer(createTestPorts(log));
  const begun = new Y.Doc();
  writeSchema(begun, 2);
  writeParagraphs(fragmentOf(begun), "Two lesions.");
  const bytes = Y.encodeStateAsUpdate(begun);
  await server.seed(opinionDocument, [{ bytes, seat: "seat of ada", person: "ada", at }]);
  const newer = createStockClient(server, "ada", 1, true, { schema: 2 });
  newer.connect();
  await exchange(newer);
  const editor = openTestEditor(fragmentOf(newer.doc));
  editor.commands.insertTable({ rows: 2, cols: 2, withHeaderRow: true });
  await exchange(newer);
  const committed = () => {
    const doc = new Y.Doc();
    for (const row of log.ledger(opinionDocument).updates) Y.applyUpdate(doc, row.bytes);
    return fragmentOf(doc).toJSON();
  };
  expect(committed()).toContain("<table>");
  return { log, server, newer, editor, committed };
}

const typeAtEnd = (editor: Editor, words: string): boolean =>
  editor.chain().setTextSelection(editor.state.doc.content.size).insertContent(words).run();

test.each([{ schema: 1 }, {}])(
  "[SY-23] an older editor on a stock client deletes the table for itself alone (%o)",
  async (wish) => {
    const { server, newer, editor, committed } = await openWithTable();
    const before = committed();
    const stock = createStockClient(server, "ben", 2, true, wish);
    stock.connect();
    await exchange(newer, stock);
    const old = openTestEditor(fragmentOf(stock.doc), {}, older);
    typeAtEnd(old, " Written without tables.");
    await exchange(newer, stock);
    expect(fragmentOf(stock.doc).toJSON()).not.toContain("<table>");
    expect(committed()).toBe(before);
    expect(editor.getHTML()).toContain("<table");
    typeAtEnd(editor, "Three lesions.");
    await exchange(newer, stock);
    expect(committed()).toContain("Three lesions.");
  },
);

async function settle(page: Page): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    while (page.line.deliverUp());
    await breathe();
    while (page.line.deliverDown());
  }
}

test("[SY-23] an older app reads a document with a table, in a mirror where its editor harms nobody", async () => {
  const { server, newer, committed } = await openWithTable();
  const before = committed();
  const page = openPage(
    appDoor(() => server, visitorNamed("ben")),
    { name: opinionName },
  );
  const binder = new Binder(page.document);
  await settle(page);
  const state = binder.state.getSnapshot();
  if (state.phase !== "open") throw new Error(`the document is ${state.phase}`);
  expect([state.mayWrite, state.reason]).toEqual([false, "schema-too-old"]);
  const old = openTestEditor(fragmentOf(state.doc), {}, older);
  typeAtEnd(old, " Typed all the same.");
  await settle(page);
  await exchange(newer);
  expect(fragmentOf(state.doc).toJSON()).not.toContain("<table>");
  expect(committed()).toBe(before);
  const snapshot = page.document.snapshot.getSnapshot();
  expect(snapshot.phase === "open" && fragmentOf(snapshot.doc).toJSON()).toContain("<table>");
  binder.stop();
});

test("[SY-23] an app that is as new as the document writes beside the table and takes nothing of it", async () => {
  const { server, newer, committed } = await openWithTable();
  const other = createStockClient(server, "ben", 2, true, { schema: 2 });
  other.connect();
  await exchange(newer, other);
  typeAtEnd(openTestEditor(fragmentOf(other.doc)), "Beside the table.");
  await exchange(newer, other);
  expect(committed()).toContain("<table>");
  expect(committed()).toContain("Beside the table.");
});
