import type { Rectangle } from "@consilium/workspace";
import { createContext } from "react";

/** A region while it is being drawn: a part of the upright page. */
export interface Region {
  readonly page: number;
  readonly part: Rectangle;
}

export const RegionContext = createContext<Region | undefined>(undefined);
