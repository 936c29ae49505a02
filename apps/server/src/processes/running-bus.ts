import type { ProcessBus } from "@consilium/workspace-server";
import type { AppWord } from "./word-text.ts";

/** A bus that somebody started, and stops. */
export interface RunningBus extends ProcessBus {
  readonly say: (word: AppWord) => void;
  readonly stop: () => Promise<void>;
}

export interface BusEvents {
  /** A word of another process, never one's own. */
  readonly heard: (word: AppWord, from: string) => void;
  /** It is there again: what was said meanwhile is lost. Also at the beginning. */
  readonly connected: () => void;
  /** For the operator, once each time it goes away. */
  readonly failed: (cause: unknown) => void;
}
