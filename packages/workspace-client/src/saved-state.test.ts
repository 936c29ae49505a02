import { expect, test } from "vitest";
import { type KeptFrame, SavedState } from "./saved-state.ts";

const frame = (id: string): KeptFrame => ({ id, update: new Uint8Array() });
const ids = (frames: readonly KeptFrame[]) => frames.map(({ id }) => id);

test("[SY-3] a change is saved by the count that reaches its own message, not the one before", () => {
  const saved = new SavedState();
  saved.wrote(true);
  saved.changed(frame("a"));
  saved.wrote(false);
  saved.changed(frame("b"));
  saved.wrote(false);
  expect(ids(saved.settled(1))).toEqual([]);
  expect(ids(saved.settled(2))).toEqual(["a"]);
  expect(saved.count).toBe(1);
  expect(ids(saved.settled(3))).toEqual(["b"]);
});

test("[SY-3] a change made before the answer was sent is saved by the answer and by nothing else", () => {
  const saved = new SavedState();
  saved.changed(frame("a"));
  saved.wrote(false); // The server drops it: it has asked and waits for the answer.
  expect(ids(saved.settled(1))).toEqual([]);
  expect(saved.need).toBe(Infinity);
  saved.wrote(true);
  expect(ids(saved.settled(1))).toEqual([]);
  expect(ids(saved.settled(2))).toEqual(["a"]);
});

test("[SY-3] numbers of an earlier line mean nothing on the next", () => {
  const saved = new SavedState();
  saved.wrote(true);
  saved.changed(frame("a"));
  saved.wrote(false);
  saved.newLine();
  expect(ids(saved.settled(2))).toEqual([]);
  saved.wrote(true);
  expect(ids(saved.settled(1))).toEqual(["a"]);
});

test("[SY-14] after a hold only the next answer counts", () => {
  const saved = new SavedState();
  saved.wrote(true);
  saved.changed(frame("a"));
  saved.wrote(false);
  saved.held();
  saved.changed(frame("b"));
  saved.wrote(false);
  expect(ids(saved.settled(3))).toEqual([]);
  saved.wrote(true);
  expect(ids(saved.settled(4))).toEqual(["a", "b"]);
});

test("[SY-7] what an earlier page left counts as not saved until the answer that carries it is", () => {
  const saved = new SavedState();
  saved.adopt([frame("kept")]);
  expect(saved.count).toBe(1);
  saved.wrote(true);
  expect(ids(saved.settled(1))).toEqual(["kept"]);
});
