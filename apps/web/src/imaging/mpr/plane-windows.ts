import { firstWindow } from "../use-viewport.ts";
import { fixedWindow, type ValueWindow, type WindowName, windowsFor } from "../window-presets.ts";
import type { Planes } from "./use-planes.ts";

export interface PlaneWindow {
  readonly name: WindowName;
  /** Undefined: the values have not come. */
  readonly window: () => ValueWindow | undefined;
}

/** The windows that a series is offered, in the order of their keys. */
export const planeWindows = ({ series, fullWindow }: Planes): readonly PlaneWindow[] =>
  windowsFor(series.modality).map((name) => ({
    name,
    window: () =>
      fixedWindow(name) ?? (name === "full" ? fullWindow() : (firstWindow(series) ?? fullWindow())),
  }));
