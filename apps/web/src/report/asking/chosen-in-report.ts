import { anchorLimits, type DocumentIndex } from "@consilium/workspace";
import type { ChosenWords } from "../../patient/reading-threads.ts";
import { findWords } from "./find-words.ts";

/** What is chosen in the report, where it stands in the signed text. */
export function chosenInReport(
  index: DocumentIndex,
  selection: Selection | null,
): ChosenWords | "too-long" | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const [first, last] = [blockOf(range.startContainer), blockOf(range.endContainer)];
  if (!first || !last) return undefined;
  const exact = wordsOf(range);
  const found = findWords(index, {
    exact,
    before: wordsOf(between(first, 0, range.startContainer, range.startOffset)),
    after: wordsOf(between(range.endContainer, range.endOffset, last, last.childNodes.length)),
  });
  if (!found) return undefined;
  return found.end - found.start > anchorLimits.quote ? "too-long" : { ...found, quote: exact.trim() };
}

/** The paragraph of the report that a point stands in. What others added to the report is not asked about here. */
function blockOf(node: Node): Element | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  if (!element?.closest(".report") || element.closest(".addendum")) return undefined;
  return element.closest("p, h1, h3, li, td, blockquote") ?? undefined;
}

function between(start: Node, from: number, end: Node, to: number): Range {
  const range = document.createRange();
  range.setStart(start, from);
  range.setEnd(end, to);
  return range;
}

/** Links to places of records are no words of the text. */
function wordsOf(range: Range): string {
  const content = range.cloneContents();
  for (const place of content.querySelectorAll(".report-place")) place.remove();
  return content.textContent;
}
