/** What is chosen of a record's text, as offsets in it. Every piece of text on the page says where it stands (`data-offset`). */
export function selectedStretch(
  selection: Selection | null,
  root: Element,
): { readonly start: number; readonly end: number } | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return undefined;
  const pieces = [...root.querySelectorAll<HTMLElement>("[data-offset]")].filter((piece) =>
    range.intersectsNode(piece),
  );
  const starts = pieces.map((piece) => startIn(piece, range));
  const ends = pieces.map((piece) => endIn(piece, range));
  // The screen may show pieces in another order than the text.
  const start = Math.min(...starts);
  const end = Math.max(...ends);
  return start < end ? { start, end } : undefined;
}

const offsetOf = (piece: HTMLElement): number => Number(piece.dataset["offset"]);

const startIn = (piece: HTMLElement, { startContainer, startOffset }: Range): number =>
  offsetOf(piece) + (startContainer === piece.firstChild ? startOffset : 0);

const endIn = (piece: HTMLElement, { endContainer, endOffset }: Range): number => {
  const length = piece.textContent.length;
  if (endContainer === piece) return offsetOf(piece) + (endOffset === 0 ? 0 : length);
  return offsetOf(piece) + (endContainer === piece.firstChild ? endOffset : length);
};
