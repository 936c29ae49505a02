import { useEffect, useRef } from "react";
import { useLatest } from "../thread/use-latest.ts";
import type { ImageViewport } from "./image-viewport.ts";

/** CSS pixels of a wheel that go one slice on: a notch of a mouse is 100 or more, a touchpad's steps are small. */
const notch = 40;

/** The wheel goes through the slices; with Ctrl, or two fingers spread on a touchpad, it enlarges. */
export function useWheel(
  surface: HTMLElement | null,
  viewport: Pick<ImageViewport, "zoomBy"> | undefined,
  step: (by: number) => void,
): void {
  const latest = useLatest(step);
  const rest = useRef(0);
  useEffect(() => {
    if (!surface || !viewport) return undefined;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      if (event.ctrlKey) return viewport.zoomBy(Math.exp(-event.deltaY / 200));
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * notch;
      const isNotch = Math.abs(pixels) >= 80;
      rest.current = isNotch ? 0 : rest.current + pixels;
      const steps = isNotch ? Math.sign(pixels) : Math.trunc(rest.current / notch);
      rest.current -= isNotch ? 0 : steps * notch;
      if (steps !== 0) latest.current(steps);
    };
    surface.addEventListener("wheel", turn, { passive: false });
    return () => surface.removeEventListener("wheel", turn);
  }, [surface, viewport, latest]);
}
