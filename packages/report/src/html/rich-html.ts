import type { Block, Cell, Inline, Row } from "../text.ts";
import { escapeHtml } from "./escape.ts";

/** Rich text as HTML that is XHTML too. Whoever wrote in another direction than the page's is shown in theirs. */
export const richHtml = (blocks: readonly Block[], look: Look = onPage): string =>
  blocks.map((block) => blockHtml(block, look)).join("");

/** What differs between a page and a narrative of FHIR, which may not say `auto` and whose letters lead nowhere. */
export interface Look {
  /** Of a paragraph: an attribute with a space before it. */
  readonly direction: string;
  /** A letter, escaped. */
  readonly place: (letter: string) => string;
}

const onPage: Look = {
  direction: ' dir="auto"',
  place: (letter) => `<a href="#place-${letter}">${letter}</a>`,
};

function blockHtml(block: Block, look: Look): string {
  switch (block.type) {
    case "paragraph":
      return `<p${look.direction}>${inlineHtml(block.content, look)}</p>`;
    case "heading":
      return `<h3${look.direction}>${inlineHtml(block.content, look)}</h3>`;
    case "quote":
      return `<blockquote>${richHtml(block.content, look)}</blockquote>`;
    case "list": {
      const items = block.items.map((item) => `<li>${richHtml(item, look)}</li>`).join("");
      return block.start === null ? `<ul>${items}</ul>` : `<ol start="${block.start}">${items}</ol>`;
    }
    case "table": {
      const head = block.head.length > 0 ? `<thead>${rowsHtml(block.head, "col", look)}</thead>` : "";
      const body = block.body.length > 0 ? `<tbody>${rowsHtml(block.body, "row", look)}</tbody>` : "";
      return `<table>${head}${body}</table>`;
    }
  }
}

const rowsHtml = (rows: readonly Row[], scope: "col" | "row", look: Look): string =>
  rows.map((row) => `<tr>${row.map((cell) => cellHtml(cell, scope, look)).join("")}</tr>`).join("");

function cellHtml({ isHeader, colspan, rowspan, content }: Cell, scope: "col" | "row", look: Look): string {
  const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ""}${rowspan > 1 ? ` rowspan="${rowspan}"` : ""}`;
  return isHeader
    ? `<th scope="${scope}"${spans}>${cellText(content, look)}</th>`
    : `<td${spans}>${cellText(content, look)}</td>`;
}

/** A cell of one line is no paragraph. */
export const cellText = (content: readonly Block[], look: Look = onPage): string => {
  const [only, ...rest] = content;
  return only?.type === "paragraph" && rest.length === 0
    ? inlineHtml(only.content, look)
    : richHtml(content, look);
};

export const inlineHtml = (content: readonly Inline[], look: Look = onPage): string =>
  content.map((part, at) => partHtml(part, content[at - 1], look)).join("");

function partHtml(part: Inline, before: Inline | undefined, look: Look): string {
  switch (part.type) {
    case "break":
      return "<br/>";
    case "place": {
      const letter = escapeHtml(part.letter);
      const gap = before?.type === "place" ? " " : "";
      const words = part.words === null ? gap : `<span class="place">${escapeHtml(part.words)}</span>`;
      return `${words}<sup>${look.place(letter)}</sup>`;
    }
    case "text": {
      const slanted = part.italic ? `<em>${escapeHtml(part.text)}</em>` : escapeHtml(part.text);
      const strong = part.bold ? `<strong>${slanted}</strong>` : slanted;
      return part.href === null ? strong : `<a href="${escapeHtml(part.href)}">${strong}</a>`;
    }
  }
}
