import type { TextBlock } from "@consilium/clinical";
import { cleanText } from "../json/node.ts";
import { type HtmlToken, htmlTokens } from "./html-tokens.ts";
import { raisedText } from "./raised-text.ts";

const breaking = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

interface Row {
  readonly cells: string[];
  readonly isHead: boolean[];
}

/** Collects what is read into blocks. A list in a list and a table in a table become lines of the outer one. */
class BlockBuilder {
  readonly blocks: TextBlock[] = [];
  private words = "";
  private isRaised = false;
  private headingLevel: 2 | 3 | null = null;
  private list: { ordered: boolean; items: string[] } | null = null;
  private listDepth = 0;
  private rows: Row[] | null = null;
  private tableDepth = 0;

  read(token: HtmlToken): void {
    if (token.kind === "text") {
      const text = token.text.replace(/\s+/g, " ");
      this.words += this.isRaised ? raisedText(text) : text;
    } else if (token.name === "sup") this.isRaised = token.kind === "open";
    else if (token.name === "br") {
      if (token.kind === "open") this.words += "\n";
    } else if (breaking.has(token.name)) {
      // One that is never closed ends with its block.
      this.isRaised = false;
      if (token.kind === "open") this.open(token.name);
      else this.close(token.name);
    }
  }

  finish(): readonly TextBlock[] {
    this.endWords();
    this.endList();
    this.endTable();
    return this.blocks;
  }

  private open(name: string): void {
    const inCell = this.rows !== null && name !== "td" && name !== "th" && name !== "tr";
    if (inCell && name !== "table") this.words += "\n";
    else if (this.list !== null && name !== "li" && name !== "ul" && name !== "ol") this.words += "\n";
    else this.endWords();
    if (name === "table") this.openTable();
    else if (name === "tr") this.rows?.push({ cells: [], isHead: [] });
    else if (/^h[1-6]$/.test(name)) this.headingLevel = name === "h1" || name === "h2" ? 2 : 3;
    else if ((name === "ul" || name === "ol") && this.rows === null) this.openList(name === "ol");
  }

  private close(name: string): void {
    if (name === "table") this.closeTable();
    else if (name === "td" || name === "th") this.endCell(name === "th");
    else if (this.rows !== null) this.words += "\n";
    else if (name === "li") this.endWords();
    else if (name === "ul" || name === "ol") this.closeList();
    else if (this.list === null) this.endWords();
    else this.words += "\n";
    if (/^h[1-6]$/.test(name)) this.headingLevel = null;
  }

  private openList(ordered: boolean): void {
    this.listDepth += 1;
    this.list ??= { ordered, items: [] };
  }

  private closeList(): void {
    this.endWords();
    this.listDepth = Math.max(0, this.listDepth - 1);
    if (this.listDepth === 0) this.endList();
  }

  private openTable(): void {
    this.endList();
    this.tableDepth += 1;
    this.rows ??= [];
  }

  private closeTable(): void {
    this.tableDepth = Math.max(0, this.tableDepth - 1);
    if (this.tableDepth === 0) this.endTable();
  }

  private takeWords(): string {
    const taken = cleanText(this.words)
      .split("\n")
      .map((words) => words.replace(/[ \u00a0\t]+/g, " ").trim())
      .filter((words) => words !== "")
      .join("\n");
    this.words = "";
    return taken;
  }

  private endCell(isHead: boolean): void {
    const row = this.rows?.at(-1);
    if (row === undefined) return;
    row.cells.push(this.takeWords());
    row.isHead.push(isHead);
  }

  private endWords(): void {
    const words = this.takeWords();
    if (words === "") return;
    if (this.rows !== null) this.keepLooseWords(words);
    else if (this.list !== null) this.list.items.push(words);
    else if (this.headingLevel === null) this.blocks.push({ type: "paragraph", text: words });
    else this.blocks.push({ type: "heading", level: this.headingLevel, text: words.replaceAll("\n", " ") });
  }

  /** A caption, or words between the cells of a broken table: a row of their own, never lost. */
  private keepLooseWords(words: string): void {
    this.rows?.push({ cells: [words], isHead: [false] }, { cells: [], isHead: [] });
  }

  private endList(): void {
    const list = this.list;
    this.list = null;
    this.listDepth = 0;
    if (list !== null && list.items.length > 0) this.blocks.push({ type: "list", ...list });
  }

  private endTable(): void {
    this.endWords();
    const rows = this.rows?.filter(({ cells }) => cells.some((cell) => cell !== "")) ?? [];
    this.rows = null;
    this.tableDepth = 0;
    const [first, ...others] = rows;
    if (first === undefined) return;
    const hasHead = others.length > 0 && first.isHead.every(Boolean);
    this.blocks.push({
      type: "table",
      head: hasHead ? first.cells : [],
      rows: (hasHead ? others : rows).map(({ cells }) => cells),
    });
  }
}

/** Markup as text alone: paragraphs, headings, lists and tables. Runs in time linear in the length. */
export function htmlBlocks(html: string): readonly TextBlock[] {
  const builder = new BlockBuilder();
  for (const token of htmlTokens(html)) builder.read(token);
  return builder.finish();
}
