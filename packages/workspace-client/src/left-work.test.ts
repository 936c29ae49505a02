import { createSeededRandom, createUlid } from "@consilium/foundation";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { findLeftWork } from "./left-work.ts";
import { createOutbox, type Outbox } from "./outbox/outbox.ts";

const random = createSeededRandom(11);
const createId = () => createUlid(0, random);
const keyOf = (byte: number) => ({ key: btoa(String.fromCharCode(byte).repeat(32)), device: "laptop" });
const [person, caseId] = [createId(), createId()];
const { locks } = navigator;

const fetchKey = () => Promise.resolve(keyOf(1));
const fetchKeyOf = () => Promise.resolve(undefined);
const fault = (_: string, cause: unknown) => expect.fail(String(cause));

let indexedDB: IDBFactory;
let outbox: Outbox;
beforeEach(() => {
  indexedDB = new IDBFactory();
  outbox = createOutbox({ indexedDB, locks, createId, fault, fetchKey, fetchKeyOf });
});

/** Types after a text that only the server has, and goes away. */
async function leave(document: string, words: string, of = { person, caseId }): Promise<void> {
  const doc = new Y.Doc();
  const text = new Y.XmlText("Saved long ago.");
  doc.getXmlFragment("s.summary").insert(0, [text]);
  const kept = outbox.forDocument({ ...of, document });
  doc.on("update", (update: Uint8Array) => void kept.keep({ id: createId(), update }));
  for (const letter of words) text.insert(text.length, letter);
  kept.close();
  await kept.idle();
}

const find = (caseOf = caseId, keyFrom = fetchKey) =>
  findLeftWork({ personId: person, caseId: caseOf, indexedDB, locks, fetchKey: keyFrom, fetchKeyOf });

test("[SY-7] [SY-14] what pages that are gone left in a case comes as words by document, and nobody else's", async () => {
  await leave("opinion.x", "Never sent");
  await leave("story", "Nor this");
  await leave("story", "in another case", { person, caseId: createId() });
  await leave("story", "by another person", { person: createId(), caseId });
  expect(await find()).toMatchObject([
    { document: "opinion.x", text: [{ root: "", text: "Never sent" }] },
    { document: "story", text: [{ root: "", text: "Nor this" }] },
  ]);
});

test("[SY-7] it stays until it is forgotten, document by document, and is gone for good then", async () => {
  await leave("opinion.x", "Never sent");
  await leave("story", "Nor this");
  expect(await find()).toHaveLength(2);
  const [opinion] = await find();
  await opinion?.forget();
  expect((await find()).map(({ document }) => document)).toEqual(["story"]);
});

test("[SY-7] where nothing is kept no key is asked for", async () => {
  expect(await find(createId(), () => Promise.reject(new Error("asked")))).toEqual([]);
});

test("[SY-7] under a key that was destroyed since it is thrown away unread", async () => {
  await leave("story", "Never sent");
  expect(await find(caseId, () => Promise.resolve(keyOf(2)))).toEqual([]);
  expect(await find()).toEqual([]);
});
