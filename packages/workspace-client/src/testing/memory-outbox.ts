import type { DocumentOutbox } from "../outbox/outbox.ts";
import type { KeptFrame } from "../saved-state.ts";

/** What a page leaves behind, without a browser: for runs of many steps. */
export function createMemoryOutbox(kept: Map<string, KeptFrame>): DocumentOutbox {
  return {
    adopt: () => Promise.resolve([...kept.values()]),
    keep: (frame) => {
      kept.set(frame.id, frame);
      return Promise.resolve();
    },
    unstored: () => 0,
    isRefusing: () => false,
    forget: (frames) => {
      for (const { id } of frames) kept.delete(id);
    },
    idle: () => Promise.resolve(),
    close: () => {},
  };
}
