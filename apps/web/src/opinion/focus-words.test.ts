import { Schema } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import { placeOfWords } from "./focus-words.ts";

const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { group: "block", content: "inline*" },
    quote: { group: "block", content: "block+" },
    text: { group: "inline" },
    evidence: { group: "inline", inline: true },
  },
});
const paragraph = (...words: string[]) =>
  schema.node(
    "paragraph",
    null,
    words.map((word) => (word === "*" ? schema.node("evidence") : schema.text(word))),
  );

test("words are found where they stand first, behind links and inside other blocks", () => {
  const doc = schema.node("doc", null, [
    paragraph("One."),
    schema.node("quote", null, [paragraph("*", "The stenosis, *")]),
    paragraph("stenosis"),
  ]);
  const place = placeOfWords(doc, "stenosis");
  expect(place && doc.textBetween(place.from, place.to)).toBe("stenosis");
  expect(place?.from).toBeLessThan(20);
  expect(placeOfWords(doc, "MRI")).toBeUndefined();
});
