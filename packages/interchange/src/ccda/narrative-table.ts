import type { TextBlock } from "@consilium/clinical";
import { attribute, elementsIn, type XmlElement } from "../xml/xml-element.ts";
import { inlineText, type NarrativeContext, tidy } from "./narrative-text.ts";

/** Cells that one cell may stand for in each direction, and those of a table after which spans are no longer filled. */
const widestSpan = 60;
const mostCells = 40_000;

interface Row {
  readonly isHead: boolean;
  readonly cells: readonly XmlElement[];
}

function rowsIn(table: XmlElement, isHead = false): readonly Row[] {
  return elementsIn(table).flatMap((part) => {
    if (part.name === "thead") return rowsIn(part, true);
    if (part.name === "tbody" || part.name === "tfoot") return rowsIn(part);
    if (part.name !== "tr") return [];
    return [{ isHead, cells: elementsIn(part).filter(({ name }) => name === "td" || name === "th") }];
  });
}

const parts: Readonly<Record<string, readonly string[]>> = {
  table: ["caption", "thead", "tbody", "tfoot", "tr"],
  tr: ["td", "th"],
};

/** Words that stand in a table and in none of its cells, where no table may have any. */
export function strayText(part: XmlElement, context: NarrativeContext): string {
  const expected = parts[part.name] ?? ["tr"];
  return part.content
    .map((child) => {
      if (typeof child === "string") return `${child}\n`;
      if (!expected.includes(child.name)) return `${inlineText(child, context)}\n`;
      return child.name === "td" || child.name === "th" || child.name === "caption"
        ? ""
        : strayText(child, context);
    })
    .join("");
}

function span(cell: XmlElement, name: "colspan" | "rowspan"): number {
  const said = attribute(cell, name) ?? attribute(cell, name === "colspan" ? "colSpan" : "rowSpan") ?? "";
  return /^\d{1,4}$/.test(said) ? Math.min(Math.max(Number(said), 1), widestSpan) : 1;
}

/** A cell over several rows is said in each, so that every row stands for itself under the right heads. */
class Grid {
  readonly rows: string[][] = [];
  private readonly below = new Map<number, { text: string; rows: number }>();
  private filled = 0;

  add(cells: readonly (readonly [text: string, columns: number, rows: number])[]): void {
    const row: string[] = [];
    for (const [text, columns, rows] of cells) {
      this.fillFromAbove(row);
      // What a cell says is never left out, however full the table is.
      for (let column = 0; column === 0 || (column < columns && this.filled < mostCells); column += 1) {
        if (rows > 1) this.below.set(row.length, { text: column === 0 ? text : "", rows: rows - 1 });
        this.put(row, column === 0 ? text : "");
      }
    }
    this.fillFromAbove(row);
    this.rows.push(row);
  }

  private put(row: string[], text: string): void {
    row.push(text);
    this.filled += 1;
  }

  private fillFromAbove(row: string[]): void {
    for (;;) {
      const above = this.below.get(row.length);
      if (above === undefined || this.filled >= mostCells) return;
      if (above.rows === 1) this.below.delete(row.length);
      else this.below.set(row.length, { ...above, rows: above.rows - 1 });
      this.put(row, above.text);
    }
  }
}

const saysSomething = (row: readonly string[]): boolean => row.some((cell) => cell !== "");

/** Several rows of heads are one: "Blood pressure" over "systolic" is "Blood pressure systolic". */
const joinedHead = (rows: readonly (readonly string[])[]): readonly string[] =>
  Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) => {
    const words = rows.map((row) => row[column] ?? "").filter((word) => word !== "");
    return [...new Set(words)].join(" ");
  });

/** A row of heads alone, in a table that marks no head: its first. */
const isHeadRow = ({ cells }: Row): boolean => cells.length > 1 && cells.every(({ name }) => name === "th");

export function tableBlocks(table: XmlElement, context: NarrativeContext): readonly TextBlock[] {
  const rows = rowsIn(table);
  const marked = rows.filter(({ isHead }) => isHead);
  const [first, ...others] = rows;
  const head =
    marked.length > 0 || first === undefined || others.length === 0 || !isHeadRow(first) ? marked : [first];
  const written = (some: readonly Row[]): readonly (readonly string[])[] => {
    const grid = new Grid();
    for (const { cells } of some) {
      grid.add(
        cells.map(
          (cell) => [tidy(inlineText(cell, context)), span(cell, "colspan"), span(cell, "rowspan")] as const,
        ),
      );
    }
    return grid.rows.filter(saysSomething);
  };
  const heads = joinedHead(written(head));
  const body = written(rows.filter((row) => !head.includes(row)));
  if (heads.length === 0 && body.length === 0) return [];
  return [{ type: "table", head: heads, rows: body }];
}
