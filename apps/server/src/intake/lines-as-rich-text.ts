import type { RichDocument } from "@consilium/workspace";

/** Words of a file, a paragraph for each line. What looks like markup in them is words. */
export const linesAsRichText = (words: string): RichDocument => ({
  type: "doc",
  content: words.split("\n").map((line) => ({
    type: "paragraph",
    content: line === "" ? [] : [{ type: "text", text: line }],
  })),
});
