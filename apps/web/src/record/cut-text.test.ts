import { expect, test } from "vitest";
import { cutText } from "./cut-text.ts";

const mark = (id: string, start: number, end: number) => ({ id, start, end });

test("a text is cut where marks begin and end, and nothing of it is lost", () => {
  const cut = cutText("the liver is clear", 100, [mark("a", 104, 109), mark("b", 107, 112)]);
  expect(cut.map(({ text }) => text).join("")).toBe("the liver is clear");
  expect(cut.map((piece) => [piece.text, piece.mark?.id])).toEqual([
    ["the ", undefined],
    ["liv", "a"],
    ["er", "b"],
    [" is", "b"],
    [" clear", undefined],
  ]);
});

test("a mark that covers all of it, or none of it, cuts nothing", () => {
  expect(cutText("liver", 10, [mark("a", 0, 50)])).toMatchObject([{ text: "liver", mark: { id: "a" } }]);
  expect(cutText("liver", 10, [mark("a", 0, 10)])).toMatchObject([{ text: "liver", mark: undefined }]);
});
