import { expect, test } from "vitest";
import * as Y from "yjs";
import { diffIntoFragment } from "../rich-text/diff-into-fragment.ts";
import { markdownToRichText } from "../rich-text/markdown.ts";
import { itemIds } from "../testing/index.ts";
import { difference } from "./difference.ts";
import { createLog } from "./history-testing.ts";
import { itemDifferences } from "./item-difference.ts";
import { referenceNames } from "./reference-names.ts";
import { replay } from "./replay.ts";

const [scan, source] = itemIds;
const other = "01ARZ3NDEKTSV4RRFFQ69G5FAX";
const summary = { section: "summary" };

const linked = (doc: Y.Doc) =>
  diffIntoFragment(
    doc.getXmlFragment("s.summary"),
    markdownToRichText("It grew [[evidence:ct#place:s4|CT]].", () => scan),
  );
const evidence = (doc: Y.Doc) => doc.getMap<unknown>("evidence");
const items = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>("items");
const itemOf = (fields: Readonly<Record<string, unknown>>) => new Y.Map<unknown>(Object.entries(fields));

test("a link is called by its label, a source by its title, also where they are gone at the later moment", () => {
  const log = createLog();
  log.write("ana", (doc) => {
    evidence(doc).set(scan, { kind: "record", label: "CT, 12 Nov, slice 94" });
    evidence(doc).set(other, { kind: "record", label: "Not referred to" });
    items(doc).set(source, itemOf({ kind: "citation", title: "Liver first" }));
    items(doc).set(other, itemOf({ kind: "recommendation", citations: [source] }));
    linked(doc);
  });
  const before = log.rows.length;
  log.write("ben", (doc) => {
    evidence(doc).delete(scan);
    items(doc).delete(source);
    items(doc).get(other)?.set("citations", []);
    doc.getXmlFragment("s.summary").delete(0, 1);
  });
  const history = replay(log.rows);
  const namesBetween = (from: number, to: number) =>
    referenceNames(history, from, to, {
      nodes: difference(history, from, to, summary),
      items: itemDifferences(history, from, to),
    });
  expect(namesBetween(0, before)).toEqual({ [scan]: "CT, 12 Nov, slice 94", [source]: "Liver first" });
  expect(namesBetween(before, log.rows.length)).toEqual(namesBetween(0, before));
});

test("a link whose place was never known has no name, and one that was renamed has the later", () => {
  const log = createLog();
  const first = log.write("ana", linked);
  const second = log.write("ana", (doc) => evidence(doc).set(scan, { label: "CT" }));
  const third = log.write("ben", (doc) => evidence(doc).set(scan, { label: "CT, 12 Nov" }));
  const history = replay(log.rows);
  const namesAt = (from: number, to: number) =>
    referenceNames(history, from, to, { nodes: difference(history, from, to, summary), items: [] });
  expect([namesAt(0, first), namesAt(first, second), namesAt(second, third)]).toEqual([
    {},
    { [scan]: "CT" },
    { [scan]: "CT, 12 Nov" },
  ]);
});
