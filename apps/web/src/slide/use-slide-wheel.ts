import { useEffect } from "react";
import { useLatest } from "../thread/use-latest.ts";
import type { SlideViewport } from "./slide-viewport.ts";

/** Pixels of one line, where a wheel counts in lines. */
const line = 40;

/** The wheel enlarges what is under the pointer. */
export function useSlideWheel(
  surface: HTMLElement | null,
  viewport: SlideViewport | undefined,
  onMove: () => void,
): void {
  const latest = useLatest(onMove);
  useEffect(() => {
    if (!surface || !viewport) return undefined;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      latest.current();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * line;
      const { left, top } = surface.getBoundingClientRect();
      const pace = event.ctrlKey ? 100 : 300;
      viewport.zoomBy(Math.exp(-pixels / pace), [event.clientX - left, event.clientY - top]);
    };
    surface.addEventListener("wheel", turn, { passive: false });
    return () => surface.removeEventListener("wheel", turn);
  }, [surface, viewport, latest]);
}
