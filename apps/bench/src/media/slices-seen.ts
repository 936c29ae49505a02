import type { JSHandle, Page } from "playwright-core";

/** Stored values from which a slice's picture says its number, within the window that the study is opened with. */
const [first, apart] = [-110, 5] as const;

/** As many slices as the window tells apart. */
export const mostSlices = 64;

export const middleOf = (slice: number): number => first + apart * slice;

export interface SeenSlice {
  readonly slice: number;
  /** Milliseconds since 1970: two pages of one machine read one clock. */
  readonly at: number;
}

export interface Watching {
  /** What was painted so far, each slice as it came. */
  readonly seen: () => Promise<readonly SeenSlice[]>;
  readonly stop: () => Promise<void>;
}

/** Notes from now on which slice a page paints: by the pixels of the picture, not by the words beside it. */
export async function watchSlices(page: Page): Promise<Watching> {
  const watch: JSHandle<{ readonly seen: readonly SeenSlice[]; readonly stop: () => void }> =
    await page.evaluateHandle(watchInPage, { canvas: ".pane-picture canvas", first, apart });
  return {
    seen: () => watch.evaluate(({ seen }) => seen),
    stop: () => watch.evaluate(({ stop }) => stop()),
  };
}

interface Watched {
  readonly canvas: string;
  readonly first: number;
  readonly apart: number;
}

/** Runs in the page. The middle of the picture is read from a copy, once each frame is painted. */
function watchInPage({ canvas: selector, first: least, apart: step }: Watched) {
  const canvas = document.querySelector(selector);
  const copy = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (!(canvas instanceof HTMLCanvasElement) || !copy) throw new Error("There is no picture.");
  // Of the window that the study is opened with.
  const [darkest, width] = [-125, 350];
  const seen: { slice: number; at: number }[] = [];
  const look = () => {
    copy.drawImage(canvas, canvas.width / 2, canvas.height / 2, 1, 1, 0, 0, 1, 1);
    const [grey = 0] = copy.getImageData(0, 0, 1, 1).data;
    const slice = Math.round((darkest + (grey / 255) * width - least) / step);
    if (slice !== seen.at(-1)?.slice) seen.push({ slice, at: Date.now() });
  };
  let isWatching = true;
  const painted = new MessageChannel();
  // What is sent from within a frame comes once it is painted.
  const next = () => requestAnimationFrame(() => painted.port2.postMessage(undefined));
  painted.port1.addEventListener("message", () => {
    look();
    if (isWatching) next();
  });
  painted.port1.start();
  next();
  const stop = () => {
    isWatching = false;
  };
  return { seen, stop };
}
