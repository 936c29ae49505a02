import { createSeededRandom, createUlid } from "@consilium/foundation";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { addItem, itemsOf, moveItem, removeItem, setItemField } from "./items.ts";
import { opinionContent } from "./opinion-content.ts";

const random = createSeededRandom(7);
const newId = () => createUlid(1_700_000_000_000, random);

function createOpinion(...kinds: ("finding" | "recommendation")[]) {
  const doc = new Y.Doc();
  const ids = kinds.map((kind) => {
    const id = newId();
    addItem(doc, kind, id);
    return id;
  });
  return { doc, ids };
}

const order = (doc: Y.Doc) => itemsOf(doc, "recommendation").map(({ id }) => id);
const exchange = (one: Y.Doc, other: Y.Doc) => {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
};

test("items of a kind come in the order in which they were added, and can be put elsewhere", () => {
  const { doc, ids } = createOpinion("recommendation", "finding", "recommendation", "recommendation");
  const [first = "", , second = "", third = ""] = ids;
  expect(order(doc)).toEqual([first, second, third]);
  moveItem(doc, third, first);
  expect(order(doc)).toEqual([first, third, second]);
  moveItem(doc, second, undefined);
  expect(order(doc)).toEqual([second, first, third]);
});

test("two who move and edit one item while apart lose neither", () => {
  const { doc, ids } = createOpinion("recommendation", "recommendation");
  const [first = "", second = ""] = ids;
  const other = new Y.Doc();
  exchange(doc, other);
  moveItem(doc, first, second);
  setItemField(other, first, "owner", "the referrer");
  exchange(doc, other);
  for (const replica of [doc, other]) {
    expect(order(replica)).toEqual([second, first]);
    expect(itemsOf(replica)[1]?.scalar("owner")).toBe("the referrer");
  }
});

test("equal ranks from two who were apart do not stop a third insertion between them", () => {
  const { doc } = createOpinion();
  const other = new Y.Doc();
  const [one, two, between] = [newId(), newId(), newId()];
  addItem(doc, "recommendation", one);
  addItem(other, "recommendation", two);
  exchange(doc, other);
  const [first = ""] = order(doc);
  addItem(doc, "recommendation", between, first);
  expect(order(doc).indexOf(between)).toBe(1);
  expect(new Set(itemsOf(doc).map(({ rank }) => rank)).size).toBe(3);
});

test("the rules read an item's own text and what was chosen beside it", () => {
  const { doc, ids } = createOpinion("recommendation");
  const [id = ""] = ids;
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("MRI before any operation")]);
  itemsOf(doc)[0]?.rich("action").insert(0, [paragraph]);
  setItemField(doc, id, "urgency", "soon");
  expect(opinionContent(doc).items).toMatchObject([
    {
      id,
      kind: "recommendation",
      fields: { action: "MRI before any operation", urgency: "soon", reason: "" },
    },
  ]);
  removeItem(doc, id);
  expect(opinionContent(doc).items).toEqual([]);
});

test("a finding rests on what it names and on what its words link to, each once", () => {
  const { doc, ids } = createOpinion("finding", "finding");
  const [linked = ""] = ids;
  const [first, second] = [newId(), newId()];
  setItemField(doc, linked, "evidence", [first]);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("The root conducts slowly "), linkTo(second), linkTo(first)]);
  itemsOf(doc, "finding")[0]?.rich("text").insert(0, [paragraph]);
  const evidence = opinionContent(doc).items.map(({ fields }) => fields["evidence"]);
  expect(evidence).toEqual([[first, second], []]);
});

function linkTo(id: string): Y.XmlElement {
  const link = new Y.XmlElement("evidence");
  link.setAttribute("id", id);
  return link;
}
