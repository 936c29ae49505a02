import type { RichDocument, RichNode, RichRun } from "@consilium/workspace";
import { printable, printableLine } from "../printable.ts";
import type { ReportPlace } from "../report.ts";
import type { Block, Cell, Inline, Row } from "../text.ts";
import { fillGrid } from "./fill-grid.ts";
import { flat } from "./flat.ts";
import { safeAddress } from "./safe-address.ts";

/** The place of a link; undefined: the link points to nothing. */
export type PlaceOf = (evidence: string) => Pick<ReportPlace, "letter" | "words"> | undefined;

/**
 * Rich text in the closed form of a report. Nothing that can be read is lost: words that stand where the editor would not
 * put them become paragraphs. Empty paragraphs are left out. Throws on a node that is not in the vocabulary.
 */
export const textOf = ({ content }: RichDocument, placeOf: PlaceOf): readonly Block[] =>
  flat(blocksOf(content, placeOf));

const inlineTypes = new Set(["text", "hardBreak", "evidence"]);

function blocksOf(nodes: readonly RichNode[], placeOf: PlaceOf): readonly Block[] {
  const blocks: Block[] = [];
  let line: RichNode[] = [];
  const endLine = (): void => {
    const content = inlineOf(line, placeOf);
    if (content.length > 0) blocks.push({ type: "paragraph", content });
    line = [];
  };
  for (const node of nodes) {
    if (inlineTypes.has(node.type)) line.push(node);
    else {
      endLine();
      if (!isRun(node)) blocks.push(...blockOf(node, placeOf));
    }
  }
  endLine();
  return blocks;
}

const isRun = (node: RichNode): node is RichRun => "text" in node;

type Element = Exclude<RichNode, RichRun>;

function blockOf(node: Element, placeOf: PlaceOf): readonly Block[] {
  const children = node.content ?? [];
  switch (node.type) {
    case "heading": {
      const content = inlineOf(children, placeOf);
      return content.length > 0 ? [{ type: "heading", content }] : [];
    }
    case "bulletList":
    case "orderedList":
      return listOf(node, placeOf);
    case "blockquote": {
      const content = blocksOf(children, placeOf);
      return content.length > 0 ? [{ type: "quote", content }] : [];
    }
    case "table":
      return tableOf(children, placeOf);
    case "paragraph":
    case "listItem":
    case "tableRow":
    case "tableHeader":
    case "tableCell":
      return blocksOf(children, placeOf);
    default:
      throw new TypeError(`A report has no ${node.type}`);
  }
}

function listOf(node: Element, placeOf: PlaceOf): readonly Block[] {
  const items = (node.content ?? [])
    .map((child) =>
      blocksOf(isRun(child) || child.type !== "listItem" ? [child] : (child.content ?? []), placeOf),
    )
    .filter((item) => item.length > 0);
  if (items.length === 0) return [];
  const start = node.type === "orderedList" ? countOf(node, "start", 1) : null;
  return [{ type: "list", start, items }];
}

/** Rows of unequal length are filled up with empty cells, so that each printer finds a grid. */
function tableOf(children: readonly RichNode[], placeOf: PlaceOf): readonly Block[] {
  const rows = children.flatMap((child): Cell[][] =>
    isRun(child) || child.type !== "tableRow"
      ? [[{ isHeader: false, colspan: 1, rowspan: 1, content: blocksOf([child], placeOf) }]]
      : [(child.content ?? []).map((cell) => cellOf(cell, placeOf))],
  );
  if (rows.every((row) => row.every(({ content }) => content.length === 0))) return [];
  const { grid, width } = fillGrid(rows);
  const first = grid.findIndex((row) => row.length === 0 || row.some(({ isHeader }) => !isHeader));
  const head = headLength(grid, first === -1 ? grid.length : first);
  return [{ type: "table", head: grid.slice(0, head), body: grid.slice(head), width }];
}

/** A header that reaches down into the body keeps its row there: a printer cannot cut it. */
function headLength(grid: readonly Row[], rows: number): number {
  const fits = grid.slice(0, rows).every((row, at) => row.every(({ rowspan }) => at + rowspan <= rows));
  return fits ? rows : 0;
}

function cellOf(node: RichNode, placeOf: PlaceOf): Cell {
  if (isRun(node)) return { isHeader: false, colspan: 1, rowspan: 1, content: blocksOf([node], placeOf) };
  return {
    isHeader: node.type === "tableHeader",
    colspan: countOf(node, "colspan", 1, mostSpan),
    rowspan: countOf(node, "rowspan", 1, mostSpan),
    content: blocksOf(inlineTypes.has(node.type) ? [node] : (node.content ?? []), placeOf),
  };
}

/** What the gate lets through as a count is larger than any table. */
const mostSpan = 100;

function countOf(node: Element, name: string, otherwise: number, most = 1_000_000): number {
  const value = node.attrs?.[name];
  return Number.isInteger(value) && Number(value) >= 1 ? Math.min(Number(value), most) : otherwise;
}

function inlineOf(nodes: readonly RichNode[], placeOf: PlaceOf): readonly Inline[] {
  const content = nodes.flatMap((node) => (isRun(node) ? runOf(node) : elementOf(node, placeOf)));
  return content.every((part) => part.type === "break" || (part.type === "text" && part.text.trim() === ""))
    ? []
    : content;
}

function elementOf(node: Element, placeOf: PlaceOf): readonly Inline[] {
  if (node.type === "hardBreak") return [{ type: "break" }];
  if (node.type !== "evidence")
    return (node.content ?? []).flatMap((child) => (isRun(child) ? runOf(child) : elementOf(child, placeOf)));
  const id = node.attrs?.["id"];
  const place = typeof id === "string" ? placeOf(id) : undefined;
  return place ? [{ type: "place", letter: place.letter, words: printableLine(place.words) }] : [];
}

function runOf({ text, marks = [] }: RichRun): readonly Inline[] {
  const words = printable(text).replaceAll("\n", " ");
  if (words === "") return [];
  const has = (type: string): boolean => marks.some((mark) => mark.type === type);
  const href = marks.find(({ type }) => type === "link")?.attrs["href"];
  return [{ type: "text", text: words, bold: has("bold"), italic: has("italic"), href: safeAddress(href) }];
}
