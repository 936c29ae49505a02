import type { Section } from "@consilium/workspace";
import { createContext, useContext } from "react";
import type { BoundDocument } from "../case/document-state.ts";
import type { TextKind } from "./text-routes.ts";

/** An item of a section, or words of its text: the first place where they stand. */
export interface PlaceWithin {
  readonly item?: string;
  readonly words?: string;
}

/** A text of the case as it lies open: what its sections, items and tools share. */
export interface Desk extends BoundDocument {
  /** The document's name. */
  readonly name: string;
  readonly kind: TextKind;
  readonly isEditable: boolean;
  readonly sections: readonly Section[];
  /** The section that the address names. */
  readonly current: Section;
  /** Goes to a section, or a place in it; the cursor too where one may write. */
  readonly goTo: (section: Section, within?: PlaceWithin) => void;
  /** The cursor has come to a section by itself: the address follows, nothing scrolls. */
  readonly cameTo: (section: Section) => void;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("This part of the screen needs an open text");
  return desk;
}
