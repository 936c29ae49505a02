import { useEffect } from "react";
import { useLatest } from "../thread/use-latest.ts";
import type { EcgPaper } from "./use-ecg-paper.ts";

/** A wheel or two fingers sideways go along the recording; with Ctrl they enlarge. Up and down scroll the page. */
export function useEcgWheel(surface: HTMLElement | null, paper: EcgPaper, onMove: () => void): void {
  const latest = useLatest({ paper, onMove });
  useEffect(() => {
    if (!surface) return undefined;
    const turn = (event: WheelEvent) => {
      const { paper: now, onMove: move } = latest.current;
      const across = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (event.ctrlKey) now.zoomBy(Math.exp(-event.deltaY / 200));
      else if (Math.abs(across) > Math.abs(event.shiftKey ? 0 : event.deltaY))
        now.goTo(now.from + (across / now.pixelsPerMm / now.speed) * 1000);
      else return;
      event.preventDefault();
      move();
    };
    surface.addEventListener("wheel", turn, { passive: false });
    return () => surface.removeEventListener("wheel", turn);
  }, [surface, latest]);
}
