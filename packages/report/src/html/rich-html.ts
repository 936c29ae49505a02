import type { Block, Cell, Inline, Row } from "../text.ts";
import { escapeHtml } from "./escape.ts";

/** Rich text as HTML that is XHTML too. Whoever wrote in another direction than the page's is shown in theirs. */
export const richHtml = (blocks: readonly Block[]): string => blocks.map(blockHtml).join("");

function blockHtml(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return `<p dir="auto">${inlineHtml(block.content)}</p>`;
    case "heading":
      return `<h3 dir="auto">${inlineHtml(block.content)}</h3>`;
    case "quote":
      return `<blockquote>${richHtml(block.content)}</blockquote>`;
    case "list": {
      const items = block.items.map((item) => `<li>${richHtml(item)}</li>`).join("");
      return block.start === null ? `<ul>${items}</ul>` : `<ol start="${block.start}">${items}</ol>`;
    }
    case "table": {
      const head = block.head.length > 0 ? `<thead>${rowsHtml(block.head, "col")}</thead>` : "";
      const body = block.body.length > 0 ? `<tbody>${rowsHtml(block.body, "row")}</tbody>` : "";
      return `<table>${head}${body}</table>`;
    }
  }
}

const rowsHtml = (rows: readonly Row[], scope: "col" | "row"): string =>
  rows.map((row) => `<tr>${row.map((cell) => cellHtml(cell, scope)).join("")}</tr>`).join("");

function cellHtml({ isHeader, colspan, rowspan, content }: Cell, scope: "col" | "row"): string {
  const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ""}${rowspan > 1 ? ` rowspan="${rowspan}"` : ""}`;
  return isHeader
    ? `<th scope="${scope}"${spans}>${cellText(content)}</th>`
    : `<td${spans}>${cellText(content)}</td>`;
}

/** A cell of one line is no paragraph. */
export const cellText = (content: readonly Block[]): string => {
  const [only, ...rest] = content;
  return only?.type === "paragraph" && rest.length === 0 ? inlineHtml(only.content) : richHtml(content);
};

export const inlineHtml = (content: readonly Inline[]): string =>
  content.map((part, at) => partHtml(part, content[at - 1])).join("");

function partHtml(part: Inline, before: Inline | undefined): string {
  switch (part.type) {
    case "break":
      return "<br/>";
    case "place": {
      const letter = escapeHtml(part.letter);
      const gap = before?.type === "place" ? " " : "";
      return `${gap}<sup><a href="#place-${letter}">${letter}</a></sup>`;
    }
    case "text": {
      const slanted = part.italic ? `<em>${escapeHtml(part.text)}</em>` : escapeHtml(part.text);
      const strong = part.bold ? `<strong>${slanted}</strong>` : slanted;
      return part.href === null ? strong : `<a href="${escapeHtml(part.href)}">${strong}</a>`;
    }
  }
}
