import type { Narrative } from "@medplum/fhirtypes";
import { escapeHtml } from "../html/escape.ts";
import { cellText, type Look, richHtml } from "../html/rich-html.ts";
import type { LayoutBlock } from "../layout/layout.ts";

/** What a reader without our software sees. The words were made printable; they are escaped here. */
export const narrative = (html: string): Narrative => ({
  status: "generated",
  div: `<div xmlns="http://www.w3.org/1999/xhtml">${html}</div>`,
});

/** Lines that say something; where none does, a dash: a narrative may not be empty. */
export function inWords(...lines: readonly (string | null)[]): Narrative {
  const said = lines.flatMap((line) => (line === null || line.trim() === "" ? [] : [line]));
  return narrative((said.length > 0 ? said : ["–"]).map((line) => `<p>${escapeHtml(line)}</p>`).join(""));
}

/** A part of the page. A narrative may not be empty, and a part never is. */
export const laidOut = (blocks: readonly LayoutBlock[]): Narrative =>
  narrative(blocks.map(blockHtml).join(""));

const look: Look = { direction: "", place: (letter) => letter };

function blockHtml(block: LayoutBlock): string {
  switch (block.type) {
    case "grid": {
      const head = block.columns.map(({ title }) => `<th>${escapeHtml(title)}</th>`).join("");
      const rows = block.rows.map(
        (row) => `<tr>${row.map((cell) => `<td>${cellText(cell, look)}</td>`).join("")}</tr>`,
      );
      return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
    }
    case "figure":
      return `<p>${escapeHtml([block.letter, block.caption, block.alt].filter((words) => words !== null).join(". "))}</p>`;
    case "places":
      return `<ul>${block.places.map(({ letter, text }) => `<li>${escapeHtml(`${letter} ${text}`)}</li>`).join("")}</ul>`;
    case "note":
      return richHtml([{ type: "paragraph", content: block.content }], look);
    case "paragraph":
    case "heading":
    case "list":
    case "quote":
    case "table":
      return richHtml([block], look);
  }
}
