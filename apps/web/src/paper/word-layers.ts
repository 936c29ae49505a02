import type { PageText } from "./page-text.ts";

/** The words of a page where they lie on the screen: one element for each run. */
export interface WordLayer {
  readonly element: HTMLElement;
  readonly text: PageText;
  readonly runs: readonly HTMLElement[];
}

/** Those of the pages that are drawn now. */
export interface WordLayers {
  readonly layers: ReadonlyMap<number, WordLayer>;
  /** Undefined: the page is drawn no longer. */
  readonly set: (page: number, layer: WordLayer | undefined) => void;
  /** Returns how the listening ends. */
  readonly subscribe: (onSet: (page: number, layer: WordLayer | undefined) => void) => () => void;
}

export function createWordLayers(): WordLayers {
  const layers = new Map<number, WordLayer>();
  const listeners = new Set<(page: number, layer: WordLayer | undefined) => void>();
  return {
    layers,
    set: (page, layer) => {
      if (layer) layers.set(page, layer);
      else if (!layers.delete(page)) return;
      for (const listen of listeners) listen(page, layer);
    },
    subscribe: (onSet) => {
      listeners.add(onSet);
      return () => listeners.delete(onSet);
    },
  };
}
