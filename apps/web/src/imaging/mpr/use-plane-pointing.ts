import { useEffect, useMemo } from "react";
import type { Affine, ScreenPoint } from "../../drawn/affine.ts";
import { keepTwoFingers } from "../../drawn/two-fingers.ts";
import { useLatest } from "../../thread/use-latest.ts";
import { useWheel } from "../use-wheel.ts";
import { zoomedBy } from "./plane-fit.ts";
import { PlanePointing } from "./plane-pointing.ts";
import { type PlaneView, voxelOfPixel } from "./plane-view.ts";
import type { Planes } from "./use-planes.ts";

/** Pointers and the wheel on one plane. */
export function usePlanePointing(
  surface: HTMLElement | null,
  planes: Planes,
  view: PlaneView,
  affine: Affine | undefined,
): void {
  const latest = useLatest({ planes, view, affine });
  const zooming = useMemo(
    () => ({
      zoomBy: (factor: number) =>
        latest.current.planes.move(latest.current.view.name, (now) => zoomedBy(now, factor)),
    }),
    [latest],
  );
  useWheel(surface, zooming, (by) => planes.step(view.name, by));
  useEffect(() => {
    if (!surface) return undefined;
    const pointing = new PlanePointing({
      tool: () => latest.current.planes.tool,
      affine: () => latest.current.affine,
      window: () => latest.current.planes.window,
      point: (pixel) => {
        const { planes: now, view: seen } = latest.current;
        now.go(voxelOfPixel(seen, now.voxel[seen.across], pixel));
      },
      setWindow: (window) => latest.current.planes.setWindow(window),
      move: (change) => latest.current.planes.move(latest.current.view.name, change),
    });
    return listen(surface, pointing, () => latest.current.planes.activate(latest.current.view.name));
  }, [surface, latest]);
}

function listen(surface: HTMLElement, pointing: PlanePointing, activate: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const placeOf = ({ clientX, clientY }: PointerEvent): ScreenPoint => {
    const { left, top } = surface.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  surface.addEventListener(
    "pointerdown",
    (event) => {
      surface.setPointerCapture(event.pointerId);
      activate();
      pointing.down(event, placeOf(event));
      if (event.button === 1) event.preventDefault();
    },
    { signal },
  );
  surface.addEventListener("pointermove", (event) => pointing.move(event, placeOf(event)), { signal });
  surface.addEventListener("pointerup", (event) => pointing.up(event, placeOf(event)), { signal });
  surface.addEventListener("pointercancel", (event) => pointing.cancel(event), { signal });
  surface.addEventListener("focus", activate, { signal });
  keepTwoFingers(surface, signal);
  surface.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
  return () => stop.abort();
}
