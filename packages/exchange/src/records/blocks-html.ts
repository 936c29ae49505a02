import type { TextBlock } from "@consilium/clinical";

const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const escaped = (words: string): string =>
  words
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .map((line) => line.replace(/[&<>]/g, (sign) => names[sign] ?? ""))
    .join("<br>");

/** The words of a record as a small page: read again, they are the same blocks. */
export const blocksHtml = (blocks: readonly TextBlock[]): string =>
  `<!doctype html><meta charset="utf-8">${blocks.map(blockHtml).join("")}`;

function blockHtml(block: TextBlock): string {
  switch (block.type) {
    case "heading":
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case "paragraph":
      return `<p>${escaped(block.text)}</p>`;
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      return `<${tag}>${block.items.map((item) => `<li>${escaped(item)}</li>`).join("")}</${tag}>`;
    }
    case "table": {
      const row = (cells: readonly string[], tag: string) =>
        `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
      // A head without rows below it is read as a row.
      const head = block.head.length > 0 ? row(block.head, block.rows.length > 0 ? "th" : "td") : "";
      return `<table>${head}${block.rows.map((cells) => row(cells, "td")).join("")}</table>`;
    }
  }
}
