import { createContext, useContext } from "react";
import type { MarkFilter } from "./annotation-list/mark-filter.ts";

/** What the rail lists: records in one of two orders, or what was written and drawn on them. */
export type RailView = "year" | "kind" | "marks";

/** How somebody left the rail. It is kept from screen to screen of a case. */
export interface RailState {
  readonly view: RailView;
  readonly filter: MarkFilter;
  /** What the case needs and nobody has to act on is in sight as well. */
  readonly isUnfolded: boolean;
  /** The words by which the list of records is searched. */
  readonly sought: string;
}

export interface Rail extends RailState {
  readonly show: (changed: Partial<RailState>) => void;
}

export const RailContext = createContext<Rail | undefined>(undefined);

export function useRail(): Rail {
  const rail = useContext(RailContext);
  if (!rail) throw new Error("This part of the screen needs a case around it");
  return rail;
}
