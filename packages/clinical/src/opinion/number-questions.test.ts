import { expect, test } from "vitest";
import { numberQuestions } from "./number-questions.ts";

const question = (id: string, rank: number, withdrawn = false) => ({ id, rank, withdrawn });
const numbered = (...questions: ReturnType<typeof question>[]) =>
  numberQuestions(questions).map(({ question: { id }, number }) => [id, number]);

test("questions are numbered as they are ranked; one that was withdrawn comes last and takes no number", () => {
  expect(numbered(question("c", 3), question("a", 1), question("b", 2, true))).toEqual([
    ["a", 1],
    ["c", 2],
    ["b", null],
  ]);
});

test("two of one rank are told apart by their ids, so that everybody counts alike", () => {
  expect(numbered(question("b", 1), question("a", 1))).toEqual([
    ["a", 1],
    ["b", 2],
  ]);
  expect(numbered()).toEqual([]);
});
