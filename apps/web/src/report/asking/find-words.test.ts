import { indexDocument, sectionRoot, writeFragment } from "@consilium/workspace";
import { expect, test } from "vitest";
import { Doc } from "yjs";
import { findWords } from "./find-words.ts";

const paragraphs = (...texts: readonly string[]) => ({
  type: "doc" as const,
  content: texts.map((text) => ({ type: "paragraph", content: [{ type: "text" as const, text }] })),
});

function signed() {
  const doc = new Doc();
  writeFragment(doc.getXmlFragment(sectionRoot("plain")), paragraphs("Wait two weeks.", "Then wait again."));
  writeFragment(doc.getXmlFragment(sectionRoot("followup")), paragraphs("Never wait alone, ask  us."));
  return indexDocument(doc);
}

const words = (exact: string, before = "", after = "") => ({ exact, before, after });

test("words that stand once are found, whatever white space the page has between them", () => {
  expect(findWords(signed(), words("alone,\nask us"))).toEqual({
    where: { section: "followup" },
    start: 11,
    end: 25,
  });
});

test("of words that stand several times those are meant that stand between the same words", () => {
  expect(findWords(signed(), words("wait", "Then ", " again."))).toEqual({
    where: { section: "plain" },
    start: 21,
    end: 25,
  });
  expect(findWords(signed(), words("wait", "Never "))).toMatchObject({ where: { section: "followup" } });
});

test("words that are not in the signed text, or only white space, are not found", () => {
  for (const exact of ["Follow-up", " \n", "wait again and again"])
    expect(findWords(signed(), words(exact))).toBeUndefined();
});
