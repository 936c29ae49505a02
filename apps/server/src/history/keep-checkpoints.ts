import { placeOf } from "@consilium/database";
import type { DocumentId } from "@consilium/workspace-server";

/** Makes checkpoints beside the writing, so that whoever looks at a long history does not wait for its first row. */
export interface CheckpointKeeper {
  /** The log holds an opinion up to here. At once; never throws. */
  readonly committed: (document: DocumentId, sequence: number) => void;
  /** Resolves when none is being made any more. */
  readonly close: () => Promise<void>;
}

/** Rows from one checkpoint to the next. */
export const rowsBetweenCheckpoints = 2_000;

/** One after the other: each is a core for a second. `make`: stores the one that is due. */
export function keepCheckpoints(
  make: (document: DocumentId) => Promise<void>,
  failed: (cause: unknown) => void,
): CheckpointKeeper {
  const seen = new Map<DocumentId, number>();
  const due = new Set<DocumentId>();
  let running: Promise<void> | undefined;
  let isClosed = false;
  const run = async (): Promise<void> => {
    for (let [next] = due; next !== undefined; [next] = due) {
      due.delete(next);
      await make(next).catch(failed);
    }
    running = undefined;
  };
  return {
    committed: (document, sequence) => {
      const before = seen.get(document) ?? sequence - 1;
      seen.set(document, sequence);
      if (isClosed || nthOf(before) === nthOf(sequence) || placeOf(document).kind !== "opinion") return;
      due.add(document);
      running ??= run();
    },
    close: async () => {
      isClosed = true;
      due.clear();
      await running;
    },
  };
}

const nthOf = (sequence: number): number => Math.floor(sequence / rowsBetweenCheckpoints);
