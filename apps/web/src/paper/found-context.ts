import { createContext } from "react";
import type { FoundOnPage } from "./use-search.ts";

export interface FoundPlaces {
  readonly onPage: ReadonlyMap<number, readonly FoundOnPage[]>;
  readonly now: FoundOnPage | undefined;
}

export const FoundContext = createContext<FoundPlaces>({ onPage: new Map(), now: undefined });
