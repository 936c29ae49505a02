import { anchorLimits } from "@consilium/workspace";
import type { ChosenWords } from "./reading-threads.ts";
import { placeOfKey } from "./text-place.ts";

/** What is chosen on the page, when all of it lies in one text that can be asked about. */
export function chosenWords(selection: Selection | null): ChosenWords | "too-long" | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const text = elementOf(range.commonAncestorContainer)?.closest<HTMLElement>("[data-place]");
  const where = text && placeOfKey(text.dataset["place"] ?? "");
  if (!text || !where) return undefined;
  const pieces = [...text.querySelectorAll<HTMLElement>("[data-offset]")].filter((piece) =>
    range.intersectsNode(piece),
  );
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return undefined;
  const start = offsetOf(first) + (lettersBefore(first, range.startContainer, range.startOffset) ?? 0);
  const end = offsetOf(last) + (lettersBefore(last, range.endContainer, range.endOffset) ?? lengthOf(last));
  const quote = selection.toString().trim();
  if (quote === "" || end <= start) return undefined;
  return end - start > anchorLimits.quote ? "too-long" : { where, start, end, quote };
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** A piece holds one text node. Undefined: the point is not in it; between elements it stands before or behind all of it. */
function lettersBefore(piece: Element, container: Node, offset: number): number | undefined {
  if (!piece.contains(container)) return undefined;
  if (container instanceof Text) return offset;
  return offset === 0 ? 0 : lengthOf(piece);
}

const lengthOf = ({ textContent }: Element): number => textContent.length;

const offsetOf = (piece: HTMLElement): number => Number(piece.dataset["offset"]);
