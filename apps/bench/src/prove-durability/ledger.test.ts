import { createSeededRandom } from "@consilium/foundation";
import { expect, test } from "vitest";
import { Doc } from "yjs";
import { type Act, Ledger } from "./ledger.ts";
import { perform } from "./words.ts";

const random = createSeededRandom(1);
const fine = { lost: [], duplicated: [], resurrected: [] };

/** A replica in which some of the acts have been done, and the book in which all of them stand, the first so many as saved. */
function after(acts: readonly Act[], done: readonly Act[], saved: number) {
  const ledger = new Ledger();
  for (const act of acts) ledger.wrote("ada", act);
  ledger.saved("ada", saved);
  const doc = new Doc();
  for (const act of done) perform(doc, random, act);
  return ledger.judge(doc);
}

const insert: Act = { kind: "insert", word: "ada 1" };
const embolden: Act = { kind: "embolden", word: "ada 1" };
const remove: Act = { kind: "delete", word: "ada 1" };

test("what is saved and there, and what is neither, is as it should be", () => {
  expect(after([insert, embolden], [insert, embolden], 2)).toEqual(fine);
  expect(after([insert, embolden], [insert], 1)).toEqual(fine);
  expect(after([insert], [], 0)).toEqual(fine);
  expect(after([insert, remove], [insert, remove], 2)).toEqual(fine);
});

test("a deletion that nobody has called saved may have been made, or not", () => {
  expect(after([insert, remove], [insert], 1)).toEqual(fine);
  expect(after([insert, remove], [], 1)).toEqual(fine);
});

test("a word or a format that was saved and is not there is lost", () => {
  expect(after([insert], [], 1)).toEqual({ ...fine, lost: ["ada 1"] });
  expect(after([insert, embolden], [insert], 2)).toEqual({ ...fine, lost: ["ada 1"] });
});

test("a word that stands twice, or that nobody wrote, is one too many", () => {
  expect(after([insert], [insert, insert], 1)).toEqual({ ...fine, duplicated: ["ada 1"] });
  expect(after([], [insert], 0)).toEqual({ ...fine, duplicated: ["ada 1"] });
});

test("a word whose deletion was saved and that is there has come back", () => {
  expect(after([insert, remove], [insert], 2)).toEqual({ ...fine, resurrected: ["ada 1"] });
});
