import type { Figure, Grid, LayoutBlock, Part, PlaceList } from "../layout/layout.ts";
import { escapeHtml } from "./escape.ts";
import { cellText, inlineHtml, richHtml } from "./rich-html.ts";

/** The address of a picture; undefined: the printer was not given it. */
export type AddressOf = (image: string) => string | undefined;

export const partHtml = ({ id, title, blocks }: Part, addressOf: AddressOf): string =>
  `<section class="part ${id}" aria-labelledby="part-${id}"><h2 id="part-${id}">${escapeHtml(title)}</h2>${blocksHtml(title, blocks, addressOf)}</section>`;

const blocksHtml = (title: string, blocks: readonly LayoutBlock[], addressOf: AddressOf): string =>
  blocks.map((block) => blockHtml(title, block, addressOf)).join("");

function blockHtml(title: string, block: LayoutBlock, addressOf: AddressOf): string {
  switch (block.type) {
    case "grid":
      return gridHtml(title, block);
    case "figure":
      return figureHtml(block, addressOf);
    case "places":
      return placesHtml(block);
    case "note":
      return `<p class="note" dir="auto">${inlineHtml(block.content)}</p>`;
    case "table":
      return scrolling(title, richHtml([block]));
    case "paragraph":
    case "heading":
    case "list":
    case "quote":
      return richHtml([block]);
  }
}

/** A table that is wider than the screen is moved by itself, also by the keyboard. */
const scrolling = (title: string, table: string): string =>
  `<div class="wide" role="group" tabindex="0" aria-label="${escapeHtml(title)}">${table}</div>`;

function gridHtml(title: string, { columns, rows }: Grid): string {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns
    .map(({ share }) => `<col style="width:${((100 * share) / all).toFixed(2)}%"/>`)
    .join("");
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column.title)}</th>`).join("");
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td dir="auto">${cellText(cell)}</td>`).join("")}</tr>`)
    .join("");
  return scrolling(
    title,
    `<table class="grid"><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`,
  );
}

function figureHtml({ image, alt, letter, caption, width, height }: Figure, addressOf: AddressOf): string {
  const address = addressOf(image);
  const picture =
    address === undefined
      ? `<p>${escapeHtml(alt)}</p>`
      : `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}"/>`;
  const mark = letter === null ? "" : `<b>${escapeHtml(letter)}</b> `;
  return `<figure>${picture}<figcaption>${mark}${escapeHtml(caption)}</figcaption></figure>`;
}

const placesHtml = ({ places }: PlaceList): string =>
  `<ul class="places">${places
    .map(
      ({ letter, text }) =>
        `<li id="place-${escapeHtml(letter)}"><b>${escapeHtml(letter)}</b> <span dir="auto">${escapeHtml(text)}</span></li>`,
    )
    .join("")}</ul>`;
