import { markdownToRichText } from "@consilium/workspace";
import { expect, test } from "vitest";
import { growStep } from "./history.ts";
import { readDemoCase } from "./read-content.ts";
import { isWhole, momentsFrom, typedBeginnings } from "./typing.ts";

test("a text grows by a few words and ends whole", () => {
  expect(typedBeginnings("one two three four five", 2)).toEqual([
    "one two",
    "one two three four",
    "one two three four five",
  ]);
  expect(typedBeginnings("", 2)).toEqual([""]);
});

test("it stops neither inside a mark or a link nor behind the sign of a line", () => {
  expect(["**bold", "a [[evidence:r#some", "text\n\n- ", "text\n### ", "*a b"].filter(isWhole)).toEqual([]);
  expect(
    ["**bold**", "a [[evidence:r#some words|label]]", "- one", "*28 stays* so"].filter(
      (text) => !isWhole(text),
    ),
  ).toEqual([]);
});

test("nobody watching the oncology opinion sees a star or a bracket of the Markdown", () => {
  const texts = new Map<string, string>();
  for (const step of readDemoCase("oncology", "2026-11-24").history?.steps ?? []) {
    for (const markdown of growStep(texts.get(step.section) ?? "", step)) {
      texts.set(step.section, markdown);
      const seen = JSON.stringify(markdownToRichText(markdown, () => "id"));
      expect(/\*\*|\[\[|\]\]|"text":"(-|#+)"/.exec(seen)).toBeNull();
    }
  }
});

test("moments are as far apart as wished, and closer where they would pass the end", () => {
  const start = new Date(0);
  expect(momentsFrom(start, new Date(10_000), 3, 1_000).map(Number)).toEqual([0, 1_000, 2_000]);
  expect(momentsFrom(start, new Date(900), 3, 1_000).map(Number)).toEqual([0, 300, 600]);
});
