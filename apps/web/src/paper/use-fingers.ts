import { type RefObject, useEffect } from "react";
import { useLatest } from "../thread/use-latest.ts";
import type { PaperView } from "./use-paper-view.ts";

/** Two fingers, or the wheel with Ctrl (which is also what a pinch on a touch pad says), change the size of the pages. */
export function useFingers(stage: RefObject<HTMLElement | null>, view: PaperView): void {
  const latest = useLatest(view);
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    let start: { readonly distance: number; readonly scale: number } | undefined;
    const touch = (event: TouchEvent) => {
      const span = spanOf(event.touches);
      if (!span) {
        start = undefined;
        return;
      }
      event.preventDefault();
      start ??= { distance: span.distance, scale: latest.current.scale };
      latest.current.zoomTo((start.scale * span.distance) / start.distance, span);
    };
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { clientX: x, clientY: y, deltaY } = event;
      latest.current.zoomTo(
        latest.current.scale * Math.exp(-Math.sign(deltaY) * Math.min(0.1, Math.abs(deltaY) / 200)),
        { x, y },
      );
    };
    const stop = new AbortController();
    // Only a listener that is not passive keeps the browser from zooming the whole page.
    const active = { passive: false, signal: stop.signal };
    element.addEventListener("touchstart", touch, active);
    element.addEventListener("touchmove", touch, active);
    element.addEventListener("touchend", touch, active);
    element.addEventListener("wheel", wheel, active);
    return () => stop.abort();
  }, [stage, latest]);
}

function spanOf(touches: TouchList) {
  const [one, other] = [touches[0], touches[1]];
  if (!one || !other) return undefined;
  const distance = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  return {
    distance: Math.max(1, distance),
    x: (one.clientX + other.clientX) / 2,
    y: (one.clientY + other.clientY) / 2,
  };
}
