import { type RefObject, useEffect } from "react";
import { useLatest } from "../thread/use-latest.ts";
import { frameOf } from "./stage-place.ts";
import type { PaperView } from "./use-paper-view.ts";
import type { FoundOnPage } from "./use-search.ts";
import type { WordLayers } from "./word-layers.ts";
import { rectanglesOf } from "./words-places.ts";

/** A found place comes into sight: first its page and, when the words are laid there, they. */
export function useShowFound(
  now: FoundOnPage | undefined,
  { layers, subscribe }: WordLayers,
  stage: RefObject<HTMLElement | null>,
  view: PaperView,
): void {
  const latest = useLatest(view);
  useEffect(() => {
    if (!now) return undefined;
    const { page, start, end } = now;
    const showWords = () => {
      const layer = layers.get(page);
      const frame = stage.current && frameOf(stage.current, page);
      if (!layer || !frame) return false;
      const rectangles = rectanglesOf(layer, start, end, frame, latest.current.turns);
      if (rectangles.length > 0) latest.current.show(page, rectangles);
      return true;
    };
    if (showWords()) return undefined;
    latest.current.show(page);
    // Once: whoever scrolls away and back is not taken there again.
    const stop = subscribe((laid, layer) => {
      if (laid === page && layer && showWords()) stop();
    });
    return stop;
  }, [now, layers, subscribe, stage, latest]);
}
