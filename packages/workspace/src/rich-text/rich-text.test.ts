import { createSeededRandom } from "@consilium/foundation";
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { writeSomething } from "../testing/index.ts";
import { markdownToRichText } from "./markdown.ts";
import { countWords, plainTextOf } from "./plain-text.ts";
import { readFragment } from "./read-fragment.ts";
import type { RichDocument } from "./rich-node.ts";
import { writeFragment } from "./write-fragment.ts";

const id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const rich = (markdown: string): RichDocument => markdownToRichText(markdown, () => id);
const written = (document: RichDocument): Y.XmlFragment => {
  const fragment = new Y.Doc().getXmlFragment("s.summary");
  writeFragment(fragment, document);
  return fragment;
};

interface Json {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: unknown;
  readonly marks?: readonly { readonly type: string }[];
  readonly content?: readonly Json[];
}

/** What another reader gives, with runs joined and marks sorted as ours are. */
function normalised(node: Json): Json {
  const { content: held, ...rest } = node;
  const content = held?.flat().map(normalised);
  const joined: Json[] = [];
  for (const child of content ?? []) {
    const last = joined.at(-1);
    if (child.text === "") continue;
    if (last?.text !== undefined && child.text !== undefined && marksIn(last) === marksIn(child))
      joined[joined.length - 1] = { ...last, text: last.text + child.text };
    else joined.push(child);
  }
  const marks = node.marks?.toSorted((one, other) => (one.type < other.type ? -1 : 1));
  return {
    ...rest,
    ...(marks && { marks }),
    ...(content && (node.type === "doc" || joined.length > 0) && { content: joined }),
  };
}

const marksIn = (node: Json): string =>
  JSON.stringify(node.marks?.map((mark) => JSON.stringify(mark)).toSorted() ?? []);

describe("reading and writing", () => {
  test("a fragment reads as y-tiptap reads it, whatever people did to it", () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const random = createSeededRandom(seed);
      const doc = new Y.Doc();
      for (let step = 0; step < 80; step += 1) writeSomething(doc, random);
      for (const name of ["s.summary", "s.findings", "s.plain"]) {
        const fragment = doc.getXmlFragment(name);
        const theirs = normalised(JSON.parse(JSON.stringify(yXmlFragmentToProsemirrorJSON(fragment))));
        expect(JSON.parse(JSON.stringify(readFragment(fragment)))).toEqual(theirs);
      }
    }
  });

  test("what is written reads back the same, marks, attributes and links included", () => {
    const document: RichDocument = {
      type: "doc",
      content: [
        { type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: "CT" }] },
        {
          type: "paragraph",
          content: [
            { type: "text", text: "see " },
            { type: "text", text: "it", marks: [{ type: "link", attrs: { href: "https://a.test" } }] },
            { type: "evidence", attrs: { id } },
            { type: "hardBreak" },
            {
              type: "text",
              text: "14 mm",
              marks: [
                { type: "bold", attrs: {} },
                { type: "italic", attrs: {} },
              ],
            },
          ],
        },
        { type: "paragraph" },
        {
          type: "table",
          content: [
            { type: "tableRow", content: [{ type: "tableCell", attrs: { colspan: 2, colwidth: [80, 90] } }] },
          ],
        },
      ],
    };
    const fragment = written(document);
    expect(readFragment(fragment)).toEqual(document);
    writeFragment(fragment, rich("One."));
    expect(readFragment(fragment)).toEqual(rich("One."));
  });

  test("an empty fragment has no content", () => {
    expect(readFragment(new Y.Doc().getXmlFragment("s.summary"))).toEqual({ type: "doc", content: [] });
  });
});

describe("light Markdown", () => {
  test("headings, paragraphs and lists follow each other with or without an empty line", () => {
    const { content } = rich("### CT\nThe lesion\nfell.\n- one\n- two\n\n3. third\n4. fourth\n\n## End");
    expect(content.map((node) => node.type)).toEqual([
      "heading",
      "paragraph",
      "bulletList",
      "orderedList",
      "heading",
    ]);
    expect(plainTextOf({ type: "doc", content })).toBe("CT\nThe lesion fell.\none\ntwo\nthird\nfourth\nEnd");
    expect(content[3]).toMatchObject({ attrs: { start: 3 } });
    expect(content[4]).toMatchObject({ attrs: { level: 2 } });
  });

  test("bold and italic nest; a star allele stays text", () => {
    expect(rich("**Bottom *line*.** UGT1A1 *28/*28, 3 * 4").content).toEqual([
      {
        type: "paragraph",
        content: [
          { type: "text", text: "Bottom ", marks: [{ type: "bold", attrs: {} }] },
          {
            type: "text",
            text: "line",
            marks: [
              { type: "bold", attrs: {} },
              { type: "italic", attrs: {} },
            ],
          },
          { type: "text", text: ".", marks: [{ type: "bold", attrs: {} }] },
          { type: "text", text: " UGT1A1 *28/*28, 3 * 4" },
        ],
      },
    ]);
  });

  test("an evidence link becomes a node with the id that the caller makes", () => {
    const links: unknown[] = [];
    const { content } = markdownToRichText(
      "was [[evidence:onc-ct#15 mm (was 18)|15 mm, *then*]]; no",
      (link) => {
        links.push(link);
        return id;
      },
    );
    expect(links).toEqual([{ record: "onc-ct", place: "15 mm (was 18)", label: "15 mm, *then*" }]);
    expect(content).toEqual([
      {
        type: "paragraph",
        content: [
          { type: "text", text: "was " },
          { type: "evidence", attrs: { id } },
          { type: "text", text: "; no" },
        ],
      },
    ]);
  });
});

test("words are counted as a person would", () => {
  expect(countWords("The remnant is 2,040.5 mL; 38% of the patient's liver — enough.")).toBe(11);
  expect(countWords("")).toBe(0);
});
