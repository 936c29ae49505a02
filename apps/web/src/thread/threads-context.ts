import type { Audience, LayerTarget } from "@consilium/clinical";
import type { Anchor, Thread } from "@consilium/workspace";
import { createContext, useContext } from "react";
import type { OwnLayers } from "./own-layers.ts";
import type { ThreadRights } from "./thread-rights.ts";

/** Words that were chosen, and nothing written about them yet. */
export interface Draft {
  readonly anchor: Anchor;
  readonly quote: string;
}

/** The threads on one target, as far as this seat reads them, and what it may do with them. */
export interface Threads {
  readonly target: LayerTarget;
  /** In the order of their making. */
  readonly threads: readonly Thread[];
  /** As the address names it. */
  readonly openId: string | undefined;
  readonly open: (id: string | undefined) => void;
  readonly draft: Draft | undefined;
  readonly compose: (draft: Draft | undefined) => void;
  readonly write: OwnLayers["write"];
  readonly rightsOf: (thread: Thread) => ThreadRights;
  /** For whom this seat may begin a thread, the narrowest first; none: it only reads. */
  readonly audiences: readonly Audience[];
  /** Whether words may be suggested here: in texts, not in records. */
  readonly maySuggest: boolean;
}

export const ThreadsContext = createContext<Threads | undefined>(undefined);

export function useThreads(): Threads {
  const threads = useContext(ThreadsContext);
  if (!threads) throw new Error("This part of the screen needs threads around it");
  return threads;
}
