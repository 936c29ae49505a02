import { expect, test } from "vitest";
import { foldCrowds, layGutter } from "./gutter-layout.ts";

const card = (id: string, wanted: number, height = 60) => ({ id, wanted, height });

test("without an open thread cards stand beside their words and give way downwards by 12 px", () => {
  const tops = layGutter([card("a", 100), card("b", 110), card("c", 400)], undefined);
  expect([...tops]).toEqual([
    ["a", 100],
    ["b", 172],
    ["c", 400],
  ]);
});

test("the open thread keeps the exact height of its words; the others give way on both sides", () => {
  const tops = layGutter([card("a", 100), card("b", 120), card("c", 130)], "b");
  expect(tops.get("b")).toBe(120);
  expect(tops.get("a")).toBe(48);
  expect(tops.get("c")).toBe(192);
});

test("four threads within 200 px fold into one line; three do not", () => {
  const close = [card("a", 0), card("b", 50), card("c", 100), card("d", 190), card("e", 900)];
  expect(foldCrowds(close, undefined, new Set()).map(({ is }) => is)).toEqual(["fold", "card"]);
  expect(foldCrowds(close.slice(1), undefined, new Set()).map(({ is }) => is)).toEqual([
    "card",
    "card",
    "card",
    "card",
  ]);
});

test("the open thread comes out of its fold, and a fold that was opened shows all", () => {
  const close = [card("a", 0), card("b", 50), card("c", 100), card("d", 190)];
  const groups = foldCrowds(close, "c", new Set());
  expect(groups).toMatchObject([
    { is: "fold", items: [{ id: "a" }, { id: "b" }, { id: "d" }] },
    { is: "card", item: { id: "c" } },
  ]);
  expect(foldCrowds(close, undefined, new Set(["a"]))).toHaveLength(4);
});
