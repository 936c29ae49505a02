import { type RefCallback, useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { pictureBudget, prefetch, registerMetadata, sendWith, startCornerstone } from "./cornerstone.ts";
import { ImageViewport, type ViewState } from "./image-viewport.ts";
import type { OpenSeries } from "./series-frames.ts";
import type { LastLook } from "./use-panes.ts";
import { ctWindows, type ValueWindow } from "./window-presets.ts";

export interface ViewportInUse {
  /** For the element that the picture is drawn into. */
  readonly place: RefCallback<HTMLDivElement>;
  readonly viewport: ImageViewport | undefined;
}

export function useViewport(): ViewportInUse {
  const [viewport, setViewport] = useState<ImageViewport>();
  const place = useCallback((element: HTMLDivElement | null) => {
    if (!element) return undefined;
    startCornerstone();
    const made = new ImageViewport(element);
    setViewport(made);
    return () => {
      setViewport(undefined);
      made.close();
    };
  }, []);
  return { place, viewport };
}

const silent = () => () => {};
const none = () => undefined;

export const useViewState = (viewport: ImageViewport | undefined): ViewState | undefined =>
  useSyncExternalStore<ViewState | undefined>(viewport?.subscribe ?? silent, viewport?.getSnapshot ?? none);

/** The window that a series is opened with. Undefined: each picture's own, or its values. */
export const firstWindow = ({ modality, frames }: OpenSeries): ValueWindow | undefined =>
  frames[0]?.window ?? (modality === "CT" ? ctWindows["soft-tissue"] : undefined);

/** Shows a series, begins at a slice, and fetches the rest, the nearest first. */
export function useShownSeries(
  viewport: ImageViewport | undefined,
  series: OpenSeries,
  first: number,
  lastLook: LastLook | undefined,
): void {
  const { seat } = useCase();
  const [start] = useState(first);
  useEffect(() => {
    if (!viewport) return undefined;
    sendWith({ ...inSeat(seat).header });
    for (const { dataset, frames } of series.sources) registerMetadata(dataset, frames);
    let isCurrent = true;
    const show = async () => {
      const look = lastLook?.current;
      const window = look?.window ?? firstWindow(series);
      await viewport.open(series.frames, start, { window, isInverted: look?.isInverted });
      if (!isCurrent) return;
      await Promise.all([fetchRest(viewport, () => isCurrent), fetchRest(viewport, () => isCurrent)]);
    };
    void show();
    return () => {
      isCurrent = false;
    };
  }, [viewport, series, seat, start, lastLook]);
}

/** Two of these run side by side. */
async function fetchRest(viewport: ImageViewport, isWanted: () => boolean): Promise<void> {
  const tried = fetchedOf(viewport);
  while (isWanted() && tried.size < pictureBudget(viewport.frames[0])) {
    const { index } = viewport.getSnapshot();
    const next = nearest(viewport, index, tried);
    if (next === undefined) return;
    tried.add(next);
    // One after the other: what is looked at goes first.
    await prefetch(next);
  }
}

const fetched = new WeakMap<readonly unknown[], Set<string>>();

function fetchedOf({ frames }: ImageViewport): Set<string> {
  const known = fetched.get(frames) ?? new Set<string>();
  fetched.set(frames, known);
  return known;
}

function nearest({ frames }: ImageViewport, index: number, tried: ReadonlySet<string>): string | undefined {
  for (let away = 0; away < frames.length; away += 1) {
    for (const at of [index + away, index - away]) {
      const id = frames[at]?.imageId;
      if (id !== undefined && !tried.has(id)) return id;
    }
  }
  return undefined;
}
