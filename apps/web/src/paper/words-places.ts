import type { Rectangle } from "@consilium/workspace";
import { offsetAt, runsOf } from "./page-text.ts";
import { linesOf, partOfPage, type Turns } from "./rectangles.ts";
import type { WordLayer } from "./word-layers.ts";

/** What is chosen of a page's words: offsets in its text. Undefined: nothing. */
export function chosenIn(
  { text, runs }: WordLayer,
  range: Range,
): { readonly start: number; readonly end: number } | undefined {
  const touched = runs.flatMap((element, run) => {
    const letters = lettersIn(element, range);
    return letters ? [{ run, ...letters }] : [];
  });
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return undefined;
  const start = offsetAt(text, { run: first.run, offset: first.from });
  const end = offsetAt(text, { run: last.run, offset: last.to });
  return start < end ? { start, end } : undefined;
}

/** On how many pages words are chosen. */
export const pagesChosen = (range: Range, layers: ReadonlyMap<number, WordLayer>): number =>
  [...layers.values()].filter((layer) => chosenIn(layer, range) !== undefined).length;

function lettersIn(element: HTMLElement, range: Range) {
  const node = element.firstChild;
  if (!node || !element.isConnected || !range.intersectsNode(element)) return undefined;
  const { length } = element.textContent;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const from =
    startContainer === node ? startOffset : startContainer === element && startOffset > 0 ? length : 0;
  const to = endContainer === node ? endOffset : endContainer === element && endOffset === 0 ? 0 : length;
  return from < to ? { from, to } : undefined;
}

/** Where the text [start, end) lies on the page, line by line, as parts of the upright page. */
export function rectanglesOf(
  layer: WordLayer,
  start: number,
  end: number,
  page: Element,
  turns: Turns,
): readonly Rectangle[] {
  const box = page.getBoundingClientRect();
  const pieces = runsOf(layer.text, start, end).flatMap(({ run, from, to }) => {
    const node = layer.runs[run]?.firstChild;
    if (!node || layer.text.runs[run]?.str.slice(from, to).trim() === "") return [];
    const letters = document.createRange();
    letters.setStart(node, from);
    letters.setEnd(node, to);
    return [...letters.getClientRects()].flatMap((rect) => {
      const part = partOfPage(rect, box, turns);
      return part ? [part] : [];
    });
  });
  return linesOf(pieces);
}
