import { indexDocument, markdownToRichText, readFragment, writeFragment } from "@consilium/workspace";
import { expect, test } from "vitest";
import { Doc } from "yjs";
import { isLaidRun, type LaidNode, layText } from "./laid-text.ts";

const runsOf = (nodes: readonly LaidNode[]): { text: string; offset: number }[] =>
  nodes.flatMap((node) =>
    isLaidRun(node) ? [{ text: node.text, offset: node.offset }] : runsOf(node.content),
  );

test("every run stands where the anchors count it, in headings, lists and tables too", () => {
  const doc = new Doc();
  const fragment = doc.getXmlFragment("s.plain");
  const text = [
    "## First",
    "One **bold** and *slanted* word.",
    "- a point\n- another point",
    "| Name | Value |\n| --- | --- |\n| CEA | 6 |",
    "The end.",
  ].join("\n\n");
  writeFragment(
    fragment,
    markdownToRichText(text, () => ""),
  );
  const place = indexDocument(doc).place({ section: "plain" });
  const runs = runsOf(layText(readFragment(fragment)));
  expect(runs.length).toBeGreaterThan(8);
  for (const { text: words, offset } of runs)
    expect(place?.text.slice(offset, offset + words.length)).toBe(words);
});
