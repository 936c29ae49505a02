import type { KeyboardEvent } from "react";
import type { PaperView } from "./use-paper-view.ts";
import type { RegionTool } from "./use-region.ts";

export interface PaperKeys {
  readonly view: PaperView;
  readonly region: RegionTool;
  /** Undefined: there are no words. */
  readonly openSearch: (() => void) | undefined;
  readonly goToMark: (step: 1 | -1) => void;
}

/** Ctrl F, and outside fields: [ and ] the marks, R a region, + and - the size, 0 as wide as there is room. */
export function usePaperKeys({ view, region, openSearch, goToMark }: PaperKeys) {
  const acts: Readonly<Record<string, (() => void) | undefined>> = {
    "[": () => goToMark(-1),
    "]": () => goToMark(1),
    "+": () => view.zoomBy(1),
    "=": () => view.zoomBy(1),
    "-": () => view.zoomBy(-1),
    "0": () => view.fit("width"),
    r: region.toggle,
  };
  return (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if ((ctrlKey || metaKey) && key.toLowerCase() === "f" && openSearch) openSearch();
    else if (ctrlKey || metaKey || altKey || isField(target)) return;
    else if (!(isButton(target) && key === "Enter") && region.press(event)) event.stopPropagation();
    else {
      const act = acts[key.toLowerCase()];
      if (!act) return;
      act();
    }
    event.preventDefault();
  };
}

const isField = (target: EventTarget): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable=true]") !== null;

const isButton = (target: EventTarget): boolean =>
  target instanceof Element && target.closest("button, a") !== null;
