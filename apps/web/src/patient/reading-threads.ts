import type { TextPlace } from "@consilium/workspace";
import { createContext, type ReactNode, useContext } from "react";
import type { PersonColour } from "../design/person-colour.ts";

/** Words of the opinion: offsets in the plain text of their place (UTF-16), as `makeAnchor` of workspace takes them. */
export interface ChosenWords {
  readonly where: TextPlace;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Words that a thread is about. */
export interface ReadingMark extends Omit<ChosenWords, "quote"> {
  readonly id: string;
  readonly colour: PersonColour;
  readonly isOpen: boolean;
}

/** What threads bring into a text that is read. */
export interface ReadingThreads {
  readonly marks: readonly ReadingMark[];
  /** A mark was pressed. */
  readonly openMark: (id: string) => void;
  /** Undefined: this seat may not ask now. */
  readonly ask: ((words: ChosenWords) => void) | undefined;
  /** Stands under the paragraph that ends at or after `end` of its place: the open thread, or the field for a new one. */
  readonly panel:
    | { readonly where: TextPlace; readonly end: number; readonly content: ReactNode }
    | undefined;
}

const none: ReadingThreads = { marks: [], openMark: () => {}, ask: undefined, panel: undefined };

export const ReadingThreadsContext = createContext<ReadingThreads>(none);
export const useReadingThreads = (): ReadingThreads => useContext(ReadingThreadsContext);
