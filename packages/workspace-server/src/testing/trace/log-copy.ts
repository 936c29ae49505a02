import * as Y from "yjs";
import { createContent } from "../../admission/admitted-content.ts";
import { deletedIn, uncovered } from "../deletions.ts";

/** What is committed of one document, as the checker knows it: for each client id its next clock, and what is deleted. */
export interface LogCopy {
  readonly length: number;
  readonly append: (bytes: Uint8Array) => void;
  readonly bytesAt: (sequence: number) => Uint8Array | undefined;
  /** What of this update is not committed, in words; undefined: nothing. */
  readonly lacks: (update: Uint8Array) => string | undefined;
}

export function createLogCopy(): LogCopy {
  const doc = createContent();
  const rows: Uint8Array[] = [];
  return {
    get length() {
      return rows.length;
    },
    append: (bytes) => {
      rows.push(bytes);
      Y.applyUpdate(doc, bytes);
    },
    bytesAt: (sequence) => rows[sequence - 1],
    lacks: (update) => {
      const { structs, ds } = Y.decodeUpdate(update);
      for (const struct of structs) {
        if (struct instanceof Y.Skip) continue;
        const { client, clock } = struct.id;
        if (clock + struct.length > Y.getState(doc.store, client))
          return `${client}:${clock}+${struct.length} is not committed`;
      }
      return uncovered(ds.clients, deletedIn(doc));
    },
  };
}
