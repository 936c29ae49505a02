import type { DocumentId, DurableLog, Row } from "@consilium/workspace-server";
import * as Y from "yjs";

const rowsAtOnce = 1000;

const now = (): Date => new Date();

/** Into the log, a row an update, by the author whose client id is in it. `timeOf`: when a row was written, by its place in the list. */
export async function appendTrace(
  log: DurableLog,
  document: DocumentId,
  updates: readonly Uint8Array[],
  timeOf: (at: number) => Date = now,
): Promise<void> {
  for (let at = 0; at < updates.length; at += rowsAtOnce) {
    const rows = updates.slice(at, at + rowsAtOnce).map((bytes, next) => rowOf(bytes, timeOf(at + next)));
    const [result] = await log.append([{ document, epoch: 1, authority: 1, rows }]);
    if (result?.outcome !== "ok") throw new Error(`The trace was not stored: ${result?.outcome}`);
  }
}

function rowOf(bytes: Uint8Array, at: Date): Row {
  const { from, to } = Y.parseUpdateMeta(bytes);
  const clocks = [...to].map(([client, end]) => ({ client, from: from.get(client) ?? 0, to: end }));
  const [author = "nobody"] = [...to.keys()].map((client) => `author-${client}`);
  return { bytes, seat: author, person: author, clocks, at };
}
