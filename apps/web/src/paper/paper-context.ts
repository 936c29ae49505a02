import { createContext, useContext } from "react";
import type { Turns } from "./rectangles.ts";
import type { WordLayers } from "./word-layers.ts";

/** How pages are shown now. */
export interface PaperLook {
  /** CSS pixels for one of the natural size. */
  readonly scale: number;
  readonly turns: Turns;
}

export const PaperLookContext = createContext<PaperLook>({ scale: 1, turns: 0 });
export const usePaperLook = (): PaperLook => useContext(PaperLookContext);

export const WordLayersContext = createContext<WordLayers | undefined>(undefined);

export function useWordLayers(): WordLayers {
  const layers = useContext(WordLayersContext);
  if (!layers) throw new Error("This part of the screen needs a viewer around it");
  return layers;
}

/** Calls back when an element comes near the part of its scroller that is seen, and when it leaves. */
export type ObserveNear = (element: Element, onChange: (isNear: boolean) => void) => () => void;
export const NearContext = createContext<ObserveNear | undefined>(undefined);
