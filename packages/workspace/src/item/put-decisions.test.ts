import { createSeededRandom, createUlid } from "@consilium/foundation";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { readFragment } from "../rich-text/read-fragment.ts";
import type { RichNode } from "../rich-text/rich-node.ts";
import { writeFragment } from "../rich-text/write-fragment.ts";
import { addItem, itemOf, itemsOf, removeItem, setItemField } from "./items.ts";
import { decisionsToPut, putDecisions } from "./put-decisions.ts";

const random = createSeededRandom(5);
const newId = () => createUlid(1_700_000_000_000, random);

const paragraph = (...content: readonly RichNode[]) => ({ type: "paragraph", content });
const link = newId();
const place = { kind: "record", record: newId(), label: "slice 87" };

function write(doc: Y.Doc, id: string, ...content: readonly RichNode[]): void {
  const text = itemOf(doc, id)?.rich("text");
  if (text) writeFragment(text, { type: "doc", content: [paragraph(...content)] });
}

function conferenceWithTwo() {
  const doc = new Y.Doc();
  const [first, second, empty] = [newId(), newId(), newId()];
  for (const id of [first, second, empty]) addItem(doc, "decision", id);
  write(doc, first, { type: "text", text: "MRI first, as on " }, { type: "evidence", attrs: { id: link } });
  write(doc, second, { type: "text", text: "One operation." });
  setItemField(doc, first, "owner", "Dr Okonkwo");
  setItemField(doc, first, "due", "2026-12-01");
  doc.getMap("evidence").set(link, place);
  return { doc, first, second, empty };
}

const put = (conference: Y.Doc, opinion: Y.Doc) =>
  opinion.transact(() => putDecisions(conference, opinion, decisionsToPut(conference, opinion)));

test("decisions become recommendations in their order, with words, owner, day and what they point to; an empty one does not", () => {
  const { doc, first, second } = conferenceWithTwo();
  const opinion = new Y.Doc();
  const own = newId();
  addItem(opinion, "recommendation", own);
  put(doc, opinion);
  const made = itemsOf(opinion, "recommendation");
  expect(made.map(({ id }) => id)).toEqual([own, first, second]);
  expect([made[1]?.scalar("owner"), made[1]?.scalar("due")]).toEqual(["Dr Okonkwo", "2026-12-01"]);
  expect([made[2]?.scalar("owner"), made[2]?.scalar("due")]).toEqual([undefined, undefined]);
  expect(readFragment(made[1]?.rich("action") ?? new Y.XmlFragment()).content).toEqual([
    paragraph({ type: "text", text: "MRI first, as on " }, { type: "evidence", attrs: { id: link } }),
  ]);
  expect(opinion.getMap("evidence").get(link)).toEqual(place);
  expect(itemsOf(doc, "decision")).toHaveLength(3);
});

test("said twice nothing is put twice, and what its author wrote into it meanwhile stays", () => {
  const { doc, first } = conferenceWithTwo();
  const opinion = new Y.Doc();
  put(doc, opinion);
  setItemField(opinion, first, "owner", "Dr Hallström");
  expect(decisionsToPut(doc, opinion)).toEqual([]);
  put(doc, opinion);
  expect(itemsOf(opinion, "recommendation")).toHaveLength(2);
  expect(itemOf(opinion, first)?.scalar("owner")).toBe("Dr Hallström");
});

test("two authors who put them at once have each of them once", () => {
  const { doc } = conferenceWithTwo();
  const [ada, ben] = [new Y.Doc(), new Y.Doc()];
  put(doc, ada);
  put(doc, ben);
  Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben));
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada));
  expect(itemsOf(ada, "recommendation")).toHaveLength(2);
  expect(ada.getMap("items").toJSON()).toEqual(ben.getMap("items").toJSON());
});

test("one that was taken out of the opinion may be put again", () => {
  const { doc, second } = conferenceWithTwo();
  const opinion = new Y.Doc();
  put(doc, opinion);
  removeItem(opinion, second);
  expect(decisionsToPut(doc, opinion).map(({ id }) => id)).toEqual([second]);
});
