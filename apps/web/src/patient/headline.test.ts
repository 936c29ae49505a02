import { markdownToRichText } from "@consilium/workspace";
import { expect, test } from "vitest";
import { headlineOf } from "./headline.ts";

test("the sentence set apart at the beginning is the title", () => {
  expect(headlineOf(markdownToRichText("**Surgery can help.**\n\nThe rest.", () => ""))).toBe(
    "Surgery can help.",
  );
  expect(headlineOf(markdownToRichText("## Surgery can help\n\nThe rest.", () => ""))).toBe(
    "Surgery can help",
  );
});

test("a text that only begins with a bold word has no title, nor has an empty one", () => {
  expect(headlineOf(markdownToRichText("**Surgery** can help.", () => ""))).toBeUndefined();
  expect(headlineOf(markdownToRichText("", () => ""))).toBeUndefined();
});
