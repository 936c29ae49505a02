import { readCheckpoint, storeCheckpoint } from "@consilium/database";
import { encodeCheckpoint, type HistoryReplay, replay, replayFromCheckpoint } from "@consilium/workspace";
import type { DocumentId } from "@consilium/workspace-server";
import type { Services } from "../services.ts";
import { rowsBetweenCheckpoints } from "./keep-checkpoints.ts";
import { readLogRows } from "./read-log-rows.ts";

/** How many pasts stay in memory: those asked for last. One of the demo's size takes some megabytes. */
const mostHeld = 8;

export interface DocumentHistories {
  /** A document's past up to its last committed row. Never handed out of the server: it holds what was deleted. */
  readonly of: (document: DocumentId) => Promise<HistoryReplay>;
}

/** Replayed from the log, in order, from its first row: never from a state that somebody sent. */
export function createDocumentHistories({
  open,
  keys,
  now,
}: Pick<Services, "open" | "keys" | "now">): DocumentHistories {
  const held = new Map<DocumentId, Promise<HistoryReplay>>();

  async function begin(document: DocumentId): Promise<HistoryReplay> {
    const checkpoint = await readCheckpoint(open.pool, keys, document, Number.MAX_SAFE_INTEGER);
    return (checkpoint && replayFromCheckpoint(checkpoint.content)) ?? replay([]);
  }

  async function advance(document: DocumentId, history: HistoryReplay): Promise<HistoryReplay> {
    const started = history.sequence();
    for await (const rows of readLogRows({ open, keys }, document, started))
      for (const row of rows) history.advance(row);
    if (history.sequence() - started >= rowsBetweenCheckpoints) {
      const content = encodeCheckpoint(history);
      await storeCheckpoint(open.pool, keys, { document, sequence: history.sequence(), content, at: now() });
    }
    return history;
  }

  return {
    of: (document) => {
      // One after another: two questions at once must not both advance one past.
      const before = held.get(document) ?? begin(document);
      const next = before.then((history) => advance(document, history));
      held.delete(document);
      held.set(document, next);
      next.catch(() => held.get(document) === next && held.delete(document));
      const [oldest] = held.keys();
      if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
      return next;
    },
  };
}
