import { createWatched } from "@consilium/workspace-client";
import { study as testStudy } from "../record/testing-records.ts";
import type { DicomDataset } from "./dicom-json.ts";
import type { ImageViewport } from "./image-viewport.ts";
import type { PaneHandle } from "./pane-handle.ts";
import { framesOfInstance, type OpenSeries, openSeries } from "./series-frames.ts";
import type { OpenStudy } from "./study-choice.ts";
import { base } from "./testing-frames.ts";
import type { ValueWindow } from "./window-presets.ts";

export function testSeries(datasets: readonly DicomDataset[]): OpenSeries {
  const sources = datasets.map((dataset) => framesOfInstance(dataset, base));
  const series = openSeries(sources, "1.2", "1.2.3");
  if (!series) throw new Error("There are no pictures");
  return series;
}

export function openStudy(): OpenStudy {
  const record = testStudy("study");
  if (record.kind !== "imaging-study") throw new Error("It is no study");
  return record;
}

/** What a viewport says and does of its place in a stack, without an element to draw into. */
export function testViewport({ frames }: OpenSeries, first = 0, ownWindow?: ValueWindow) {
  const shown = createWatched({
    index: first,
    isShown: true,
    hasFailed: false,
    window: ownWindow,
    ownWindow,
  });
  const go = (index: number) =>
    shown.set({ ...shown.getSnapshot(), index: Math.max(0, Math.min(frames.length - 1, index)) });
  const made = {
    frames,
    get frame() {
      return frames[shown.getSnapshot().index];
    },
    subscribe: shown.subscribe,
    getSnapshot: shown.getSnapshot,
    go,
    step: (by: number) => go(shown.getSnapshot().index + by),
  };
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What scrolls a stack reads nothing else of it.
    viewport: made as unknown as ImageViewport,
    index: () => shown.getSnapshot().index,
    /** The picture is on its way, or there. */
    arrive: (isShown: boolean) => shown.set({ ...shown.getSnapshot(), isShown }),
  };
}

export const testHandle = (series: OpenSeries, viewport: ImageViewport): PaneHandle => ({
  study: openStudy(),
  series,
  viewport,
  act: () => false,
  isPlacing: () => false,
});
