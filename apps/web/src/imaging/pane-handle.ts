import type { ImageViewport } from "./image-viewport.ts";
import type { OpenSeries } from "./series-frames.ts";
import type { OpenStudy } from "./study-choice.ts";
import type { KeyAct } from "./viewer-keys.ts";

/** One of the pictures side by side, for whoever acts on it from outside: the tools, the keys, the linked scroll. */
export interface PaneHandle {
  readonly study: OpenStudy;
  readonly series: OpenSeries;
  readonly viewport: ImageViewport;
  /** Whether it did something with it. */
  readonly act: (act: KeyAct) => boolean;
  /** A place is being chosen from the keyboard: the arrows move it. */
  readonly isPlacing: () => boolean;
}
