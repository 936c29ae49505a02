import { vocabularyFor } from "@consilium/workspace";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type Fault, faultsOf, guardRemoteChanges } from "./schema-guard.ts";
import { elsewhere, FakeServer } from "./testing/fake-server.ts";
import { closePages, documentName, openPage, openSnapshot, settle, useTestTimers } from "./testing/world.ts";

const vocabulary = vocabularyFor("opinion");
const id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

function paragraph(words: string): { readonly block: Y.XmlElement; readonly text: Y.XmlText } {
  const [block, text] = [new Y.XmlElement("paragraph"), new Y.XmlText(words)];
  block.insert(0, [text]);
  return { block, text };
}

const summary = (doc: Y.Doc) => doc.getXmlFragment("s.summary");

const strange: readonly (readonly [string, (doc: Y.Doc) => void, Fault["what"]])[] = [
  ["a node", (doc) => summary(doc).insert(0, [new Y.XmlElement("timeline")]), "node timeline"],
  [
    "a mark",
    (doc) => {
      const { block, text } = paragraph("seen");
      summary(doc).insert(0, [block]);
      text.format(0, 4, { highlight: {} });
    },
    "mark highlight",
  ],
  [
    "an attribute",
    (doc) => {
      const { block } = paragraph("seen");
      block.setAttribute("align", "right");
      summary(doc).insert(0, [block]);
    },
    "attribute align",
  ],
  [
    "an embed",
    (doc) => {
      const { block, text } = paragraph("seen");
      summary(doc).insert(0, [block]);
      text.insertEmbed(0, { image: "x" });
    },
    "embed",
  ],
  ["text outside every block", (doc) => summary(doc).insert(0, [new Y.XmlText("loose")]), "loose text"],
  ["a root", (doc) => doc.getXmlFragment("s.prognosis").insert(0, [paragraph("x").block]), "foreign root"],
  [
    "a node in an item's field",
    (doc) => {
      const field = new Y.XmlFragment();
      doc.getMap("items").set(id, new Y.Map([["text", field]]));
      field.insert(0, [new Y.XmlElement("timeline")]);
    },
    "node timeline",
  ],
];

const known = (doc: Y.Doc) => {
  const { block, text } = paragraph("14 mm");
  summary(doc).insert(0, [block]);
  text.format(0, 2, { bold: {}, "link--abcdefgh": { href: "https://a.test" } });
  doc.getMap("items").set(id, new Y.Map([["title", "Nodule"]]));
  doc.getMap("meta").set("schema", 1);
};

describe("[SY-23] looked at before an editor is bound", () => {
  test("what the vocabulary knows has no fault", () => {
    const doc = new Y.Doc();
    known(doc);
    expect(faultsOf(doc, vocabulary)).toEqual([]);
  });
  test.for(strange)("%s that it does not know", ([, write, what]) => {
    const doc = new Y.Doc();
    write(doc);
    const before = Y.encodeStateAsUpdate(doc);
    expect(faultsOf(doc, vocabulary).map((fault) => fault.what)).toEqual([what]);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });
});

function watched() {
  const [doc, other] = [new Y.Doc(), new Y.Doc()];
  known(other);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), "server");
  const found: Fault["what"][] = [];
  guardRemoteChanges(doc, vocabulary, (faults) => void found.push(...faults.map(({ what }) => what)));
  other.on("update", (update: Uint8Array) => Y.applyUpdate(doc, update, "server"));
  return { doc, other, found };
}

describe("[SY-23] looked at when it comes from elsewhere, before any observer", () => {
  test.for(strange)("%s that it does not know", ([, write, what]) => {
    const { other, found } = watched();
    other.transact(() => write(other));
    expect(new Set(found)).toEqual(new Set([what]));
  });
  test("ordinary typing, new blocks and items have no fault", () => {
    const { other, found } = watched();
    known(other);
    summary(other).insert(1, [paragraph("stable").block]);
    expect(found).toEqual([]);
  });
});

function newer(): Uint8Array {
  const doc = new Y.Doc();
  summary(doc).insert(0, [new Y.XmlElement("timeline")]);
  return Y.encodeStateAsUpdate(doc);
}

describe("[SY-23] an opened document", () => {
  let server: FakeServer;
  beforeEach(() => {
    useTestTimers();
    server = new FakeServer();
  });
  afterEach(closePages);

  test("unbinds the editor before it sees the change, and is not written any more", async () => {
    const page = openPage(server);
    await settle(server, [page]);
    const events: string[] = [];
    page.document.onUnbind(() => void events.push("unbind"));
    summary(openSnapshot(page).doc).observeDeep(() => void events.push("observed"));
    server.document(documentName).queue.push({ channel: elsewhere, update: newer() });
    await settle(server, [page]);
    expect(events).toEqual(["unbind", "observed"]);
    const faults = [{ path: "changed/timeline", what: "node timeline" }];
    expect(openSnapshot(page)).toMatchObject({ mayWrite: false, reason: "schema-too-old", faults });
  });

  test("that held something unknown before is not written from the beginning", async () => {
    Y.applyUpdate(server.document(documentName).admitted, newer());
    const page = openPage(server);
    await settle(server, [page]);
    expect(openSnapshot(page)).toMatchObject({ synced: true, mayWrite: false, reason: "schema-too-old" });
  });
});
