import { createTermFinder } from "@consilium/clinical";
import { readFragment, writeFragment } from "@consilium/workspace";
import { expect, test } from "vitest";
import { Doc } from "yjs";
import { layText } from "./laid-text.ts";
import { termsOfText } from "./terms-of-text.ts";

const find = createTermFinder({
  id: "glossary-en",
  version: 1,
  language: "en",
  terms: [
    { id: "mri", term: "MRI", also: ["MRI scan"], plain: "A scan with magnets." },
    { id: "stenosis", term: "stenosis", also: [], plain: "A narrow place." },
  ],
});

test("each term is marked where the text uses it first, but for words that are a link", () => {
  const fragment = new Doc().getXmlFragment("s.plain");
  const link = { type: "link", attrs: { href: "https://consilium.test" } };
  writeFragment(fragment, {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "See " },
          { type: "text", text: "the stenosis", marks: [link] },
          { type: "text", text: "." },
        ],
      },
      {
        type: "paragraph",
        content: [{ type: "text", text: "An MRI scan, then a second MRI of the stenosis." }],
      },
    ],
  });
  const blocks = layText(readFragment(fragment));
  const plain = "See the stenosis.\nAn MRI scan, then a second MRI of the stenosis.";
  expect(termsOfText(blocks, find).map(({ start, end }) => [start, plain.slice(start, end)])).toEqual([
    [21, "MRI scan"],
    [plain.lastIndexOf("stenosis"), "stenosis"],
  ]);
});
