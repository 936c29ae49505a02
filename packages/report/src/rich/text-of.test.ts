import type { RichDocument, RichNode } from "@consilium/workspace";
import { expect, test } from "vitest";
import { rich } from "../testing/index.ts";
import { safeAddress } from "./safe-address.ts";
import { textOf } from "./text-of.ts";

const text = (words: string): RichNode => ({ type: "text", text: words });
const doc = (...content: RichNode[]): RichDocument => ({ type: "doc", content });
const cell = (words: string, type = "tableCell", attrs = {}): RichNode => ({
  type,
  attrs,
  content: [text(words)],
});
const row = (...content: RichNode[]): RichNode => ({ type: "tableRow", content });
const read = (document: RichDocument) =>
  textOf(document, (id) => (id === "known" ? { letter: "A", words: "slice 94" } : undefined));

test("marks, lists, quotes and headings come through; both levels of heading are one", () => {
  expect(
    read(rich("## One\n\n### Two\n\nplain **bold** *slanted*\n\n3. three\n4. four\n\n- dot")),
  ).toMatchObject([
    { type: "heading" },
    { type: "heading" },
    {
      type: "paragraph",
      content: [
        { text: "plain ", bold: false },
        { text: "bold", bold: true },
        { text: " " },
        { italic: true },
      ],
    },
    { type: "list", start: 3, items: [[{}], [{}]] },
    { type: "list", start: null },
  ]);
});

test("words that stand where the editor would not put them are printed", () => {
  const odd = doc(
    text("loose"),
    { type: "listItem", content: [text("item")] },
    { type: "bulletList", content: [text("in a list")] },
    { type: "table", content: [text("in a table"), { type: "tableRow", content: [text("in a row")] }] },
    { type: "blockquote", content: [text("quoted")] },
    { type: "paragraph", content: [{ type: "paragraph", content: [text("nested")] }] },
  );
  const printed = JSON.stringify(read(odd));
  for (const words of ["loose", "item", "in a list", "in a table", "in a row", "quoted", "nested"])
    expect(printed).toContain(words);
});

test("a node that no printer knows is refused, an empty one is left out", () => {
  expect(() => read(doc({ type: "iframe" }))).toThrow(/iframe/);
  expect(
    read(doc({ type: "paragraph" }, { type: "bulletList" }, { type: "heading" }, { type: "table" })),
  ).toEqual([]);
});

test("a link to a place is its letter, and nothing where the place is unknown", () => {
  const linked = doc({
    type: "paragraph",
    content: [
      { type: "evidence", attrs: { id: "known" } },
      { type: "evidence", attrs: { id: "gone" } },
    ],
  });
  expect(read(linked)).toEqual([
    { type: "paragraph", content: [{ type: "place", letter: "A", words: "slice 94" }] },
  ]);
});

test("the first rows of headers are the head of a table; short rows are filled up; spans end with the table", () => {
  const [table] = read(
    doc({
      type: "table",
      content: [
        row(cell("h", "tableHeader"), cell("i", "tableHeader")),
        row(cell("tall", "tableCell", { rowspan: 99 }), cell("b")),
        row(cell("c")),
        row(cell("d", "tableCell", { colspan: 3 })),
      ],
    }),
  );
  if (table?.type !== "table") throw new Error("No table");
  expect(table.width).toBe(4);
  expect(table.head).toHaveLength(1);
  expect(table.body.map((cells) => cells.map(({ colspan, rowspan }) => [colspan, rowspan]))).toEqual([
    [
      [1, 3],
      [1, 1],
      [1, 1],
      [1, 1],
    ],
    [
      [1, 1],
      [1, 1],
      [1, 1],
    ],
    [[3, 1]],
  ]);
});

test.for([
  ["https://pubmed.ncbi.nlm.nih.gov/1/", "https://pubmed.ncbi.nlm.nih.gov/1/"],
  ["mailto:a@b.test", "mailto:a@b.test"],
  ["javascript:alert(1)", null],
  ["http://plain.test", null],
  ["https://", null],
  [7, null],
] as const)("the address %s is %s", ([address, safe]) => {
  expect(safeAddress(address)).toBe(safe);
});

test("what is nested deeper than paper can show is printed one after the other", () => {
  const nested = (depth: number): RichNode =>
    depth === 0
      ? { type: "paragraph", content: [text("bottom")] }
      : {
          type: "bulletList",
          content: [{ type: "listItem", content: [text(`at ${depth}`), nested(depth - 1)] }],
        };
  const printed = JSON.stringify(read(doc(nested(40))));
  for (let depth = 1; depth <= 40; depth += 1) expect(printed).toContain(`"at ${depth}"`);
  expect(printed.match(/"list"/g)).toHaveLength(8);
});
