import { expect, test } from "vitest";
import { findWords, searchable } from "./find-words.ts";

const found = (text: string, sought: string) =>
  findWords(searchable(text), sought).map(({ start, end }) => text.slice(start, end));

test("case and the number of blanks do not matter", () => {
  expect(found("Partial  RESPONSE, then partial response.", "partial response")).toEqual([
    "Partial  RESPONSE",
    "partial response",
  ]);
});

test("a word parted by a hyphen is found with it and without it", () => {
  const text = "a pheo-chromocytoma, trace-based, and 12-14 mm";
  expect(found(text, "pheochromocytoma")).toEqual(["pheo-chromocytoma"]);
  expect(found(text, "pheochromo-cytoma")).toEqual(["pheo-chromocytoma"]);
  expect(found(text, "Trace-based")).toEqual(["trace-based"]);
  expect(found(text, "12-14")).toEqual(["12-14"]);
  expect(found(text, "1214")).toEqual([]);
});

test("what is typed as a presentation form finds the letters", () => {
  expect(found("the finding", "ﬁnding")).toEqual(["finding"]);
});

test("places follow one another and never lie inside each other", () => {
  expect(found("aaaa", "aa")).toEqual(["aa", "aa"]);
});

test("letters whose small form is longer, and pairs, keep their places", () => {
  expect(found("İzmir 𝒜 hospital", "hospital")).toEqual(["hospital"]);
  expect(found("x 🫀 heart", "🫀")).toEqual(["🫀"]);
});

test("blanks alone find nothing", () => {
  expect(found("some words", "  ")).toEqual([]);
  expect(found("", "word")).toEqual([]);
});
