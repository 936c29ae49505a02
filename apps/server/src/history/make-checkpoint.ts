import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { readCheckpoint, storeCheckpoint } from "@consilium/database";
import type { LogRow } from "@consilium/workspace";
import type { DocumentId } from "@consilium/workspace-server";
import type { Services } from "../services.ts";
import { readLogRows } from "./read-log-rows.ts";

/** Rows that come next, or that there are no more. */
export type ToThread = readonly LogRow[] | "end";

/** How far the thread is, and at the end all of it. */
export interface FromThread {
  readonly sequence: number;
  readonly content?: Uint8Array;
}

/**
 * Stores a document's past as it is now, going on from the newest stored one. In a thread of its own: of a long document it takes
 * a second, in which nobody's keystroke would be saved. Here rows are only read, unsealed and handed over.
 */
export async function makeCheckpoint(
  { open, keys, now }: Pick<Services, "open" | "keys" | "now">,
  document: DocumentId,
): Promise<void> {
  const before = await readCheckpoint(open.pool, keys, document, Number.MAX_SAFE_INTEGER);
  const thread = new Worker(new URL("checkpoint-worker.ts", import.meta.url), {
    workerData: before?.content ?? null,
    execArgv: [],
    env: {},
  });
  try {
    let { sequence } = await answerOf(thread);
    for await (const rows of readLogRows({ open, keys }, document, sequence))
      ({ sequence } = await ask(thread, rows));
    if (sequence === before?.sequence) return;
    const { content } = await ask(thread, "end");
    if (content) await storeCheckpoint(open.pool, keys, { document, sequence, content, at: now() });
  } finally {
    await thread.terminate();
  }
}

function ask(thread: Worker, said: ToThread): Promise<FromThread> {
  const answer = answerOf(thread);
  // A port between threads has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  thread.postMessage(said);
  return answer;
}

/** Rejects where the thread fails. */
async function answerOf(thread: Worker): Promise<FromThread> {
  const [answer]: FromThread[] = await once(thread, "message");
  if (!answer) throw new Error("The thread that makes a checkpoint said nothing.");
  return answer;
}
