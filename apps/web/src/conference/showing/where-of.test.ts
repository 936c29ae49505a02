import { expect, test } from "vitest";
import { whereOf } from "./where-of.ts";

test("where somebody is has one word: the slice, the page, the section", () => {
  expect(whereOf("ct", { target: "ct", place: "1.2/3.4/1", view: { slice: 87, zoom: 2 } })).toEqual({
    is: "slice",
    number: 87,
  });
  expect(whereOf("letter", { target: "letter", place: "page/3", view: { x: 0.5, y: 0.5 } })).toEqual({
    is: "page",
    number: 3,
  });
  expect(whereOf("opinion.1", { target: "opinion.1", place: "findings" })).toEqual({
    is: "section",
    section: "findings",
  });
});

test("elsewhere, or in what has no such word, nothing is said", () => {
  expect(whereOf("ct", { target: "letter", place: "page/3" })).toBeUndefined();
  expect(whereOf("note", { target: "note", place: "text/120" })).toBeUndefined();
  expect(whereOf("ct", { target: "ct", view: { slice: 0.5 } })).toBeUndefined();
});
