import { makePageAnchor } from "@consilium/workspace";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useRecordMarks } from "../record/record-marks.ts";
import { useLatest } from "../thread/use-latest.ts";
import type { PaperPages } from "./paper-pages.ts";
import type { Turns } from "./rectangles.ts";
import { pageOf } from "./stage-place.ts";
import type { WordLayers } from "./word-layers.ts";
import { chosenIn, pagesChosen, rectanglesOf } from "./words-places.ts";

/**
 * Words that are selected on a page become what is chosen of the record: those of the page where the selection begins. Returns
 * whether they are too many for one place.
 */
export function useWordsChoice(
  { fileOf }: PaperPages,
  stage: RefObject<HTMLElement | null>,
  { layers }: WordLayers,
  turns: Turns,
): boolean {
  const { choose, record } = useRecordMarks();
  const [isTooMuch, setTooMuch] = useState(false);
  const hasChosen = useRef(false);
  const choiceAt = (range: Range) => {
    const frame = frameAt(range.startContainer) ?? frameAt(range.endContainer);
    const layer = frame && stage.current?.contains(frame) ? layers.get(pageOf(frame)) : undefined;
    const words = layer && chosenIn(layer, range);
    if (!frame || !layer || !words) return undefined;
    const page = pageOf(frame);
    const rectangles = rectanglesOf(layer, words.start, words.end, frame, turns);
    const { sha256 } = fileOf(page);
    return makePageAnchor(
      { record: record.id, sha256, page },
      rectangles,
      layer.text.text,
      words.start,
      words.end,
    );
  };
  const follow = useLatest(() => {
    const selection = document.getSelection();
    const range = selection && !selection.isCollapsed && selection.rangeCount > 0 && selection.getRangeAt(0);
    const made = range ? choiceAt(range) : undefined;
    setTooMuch(made?.ok === false && made.reason === "quote-too-long");
    if (range && made?.ok) {
      const isFirstPage = pagesChosen(range, layers) > 1;
      choose?.({ anchor: made.value, quote: made.value.quote?.exact ?? "", isFirstPage });
    }
    // A region stays chosen until it is let go; words are let go with their selection.
    else if (hasChosen.current) choose?.(undefined);
    hasChosen.current = made?.ok === true;
  });
  useSelection(follow, choose !== undefined);
  return isTooMuch;
}

const frameAt = (node: Node): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest(".paper-page") ?? null;

/** At most once a frame: a selection that is drawn out changes with every pixel. */
function useSelection(follow: RefObject<() => void>, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return undefined;
    let frame = 0;
    const ask = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => follow.current());
    };
    document.addEventListener("selectionchange", ask);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("selectionchange", ask);
    };
  }, [follow, isWanted]);
}
