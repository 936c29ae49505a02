import type { DocumentId } from "@consilium/workspace-server";
import { keepCheckpoints } from "./history/keep-checkpoints.ts";
import { makeCheckpoint } from "./history/make-checkpoint.ts";
import type { Services } from "./services.ts";
import { tellThreads } from "./thread/tell-threads.ts";

/** What is done beside the writing once something is in the log. */
export interface CommitFollowers {
  /** The log holds a document up to here. At once; never throws. */
  readonly committed: (document: DocumentId, sequence: number) => void;
  /** Resolves when nothing of it goes on. */
  readonly close: () => Promise<void>;
}

export function followCommits(services: Services, failed: (cause: unknown) => void): CommitFollowers {
  const checkpoints = keepCheckpoints((document) => makeCheckpoint(services, document), failed);
  const threads = tellThreads(services, failed);
  return {
    committed: (document, sequence) => {
      checkpoints.committed(document, sequence);
      threads.committed(document);
    },
    close: async () => {
      await Promise.all([checkpoints.close(), threads.close()]);
    },
  };
}
