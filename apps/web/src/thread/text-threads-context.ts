import type { Thread } from "@consilium/workspace";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { AcceptEnd } from "./accept-suggestion.ts";
import type { PlacedThread, ThreadPlaces } from "./thread-places.ts";

/** What threads on a text have beyond threads on records: places that move with it, and suggestions. */
export interface TextThreads {
  readonly places: ThreadPlaces | undefined;
  /** Undefined: this seat does not write the text. */
  readonly accept:
    | ((thread: Thread, words: string, agreed: string | undefined) => Promise<AcceptEnd>)
    | undefined;
  /** Sections whose finished threads are shown too. */
  readonly doneShown: ReadonlySet<string>;
  readonly toggleDone: (section: string) => void;
}

const none: TextThreads = {
  places: undefined,
  accept: undefined,
  doneShown: new Set(),
  toggleDone: () => {},
};

export const TextThreadsContext = createContext<TextThreads>(none);
export const useTextThreads = (): TextThreads => useContext(TextThreadsContext);

const nothing: readonly PlacedThread[] = [];

/** In which text each thread stands, and in what state; anew only when that changes. */
export function useStandingThreads(): readonly PlacedThread[] {
  const { places } = useTextThreads();
  return useSyncExternalStore(places?.subscribe ?? (() => () => {}), places?.standing ?? (() => nothing));
}

/** Where the threads stand now; anew with every change of the text. */
export function usePlacedThreads(): readonly PlacedThread[] {
  const { places } = useTextThreads();
  return useSyncExternalStore(places?.subscribe ?? (() => () => {}), places?.placed ?? (() => nothing));
}
