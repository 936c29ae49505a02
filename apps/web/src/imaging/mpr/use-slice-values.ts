import { useEffect, useState } from "react";
import { inSeat } from "../../case/case-api.ts";
import { useCase } from "../../case/case-context.ts";
import { prefetch, registerMetadata, sendWith, startCornerstone, valuesIn } from "../cornerstone.ts";
import type { GridValues } from "../pixel-statistics.ts";
import type { OpenSeries } from "../series-frames.ts";

/** The slices that have come. A new object whenever there are more. */
export interface LoadedSlices {
  readonly valuesOf: (slice: number) => GridValues | undefined;
  readonly come: number;
  readonly failed: number;
}

/** Milliseconds between two drawings of what has come meanwhile. */
const drawInterval = 200;
const none: LoadedSlices = { valuesOf: () => undefined, come: 0, failed: 0 };

/** Loads all slices of a series, those nearest to `first` first, and keeps them while the planes lie open. */
export function useSliceValues(series: OpenSeries, first: number): LoadedSlices {
  const { seat } = useCase();
  const [start] = useState(first);
  const [loaded, show] = useState(none);
  useEffect(() => {
    startCornerstone();
    sendWith({ ...inSeat(seat).header });
    for (const { dataset, frames } of series.sources) registerMetadata(dataset, frames);
    const loading = new SliceLoading(series, start, show);
    loading.begin();
    return () => loading.stop();
  }, [series, seat, start]);
  return loaded;
}

class SliceLoading {
  readonly #series: OpenSeries;
  readonly #show: (loaded: LoadedSlices) => void;
  readonly #waiting: number[];
  readonly #values = new Map<number, GridValues>();
  #failed = 0;
  #isStopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(series: OpenSeries, start: number, show: (loaded: LoadedSlices) => void) {
    this.#series = series;
    this.#show = show;
    this.#waiting = series.frames
      .map((_, slice) => slice)
      .toSorted((one, other) => Math.abs(one - start) - Math.abs(other - start));
  }

  /** Two run side by side, as for a stack. */
  begin(): void {
    void this.#loadOneByOne();
    void this.#loadOneByOne();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #loadOneByOne(): Promise<void> {
    for (let slice = this.#waiting.shift(); slice !== undefined; slice = this.#waiting.shift()) {
      const imageId = this.#series.frames[slice]?.imageId ?? "";
      await prefetch(imageId);
      if (this.#isStopped) return;
      const values = valuesIn(imageId);
      if (values) this.#values.set(slice, values);
      else this.#failed += 1;
      this.#timer ??= setTimeout(() => this.#tell(), drawInterval);
    }
  }

  #tell(): void {
    this.#timer = undefined;
    const values = this.#values;
    this.#show({ valuesOf: (slice) => values.get(slice), come: values.size, failed: this.#failed });
  }
}
