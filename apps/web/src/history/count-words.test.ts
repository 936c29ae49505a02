import { expect, test } from "vitest";
import { countWordsByPerson } from "./count-words.ts";

test("words are counted over all sections, whoever wrote most first; who changed none is not named", () => {
  expect(
    countWordsByPerson([
      {
        words: [
          { seats: ["A"], added: 3, removed: 1 },
          { seats: ["B", "B2"], added: 20, removed: 0 },
        ],
      },
      {
        words: [
          { seats: ["A"], added: 4, removed: 0 },
          { seats: ["C"], added: 0, removed: 0 },
        ],
      },
    ]),
  ).toEqual([
    { seat: "B", added: 20, removed: 0 },
    { seat: "A", added: 7, removed: 1 },
  ]);
});
