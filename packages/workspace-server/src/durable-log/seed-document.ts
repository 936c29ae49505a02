import { ok, refuse, type Result } from "@consilium/foundation";
import * as Y from "yjs";
import { createContent, integrate } from "../admission/admitted-content.ts";
import type { Ports } from "../engine.ts";
import type { DocumentId, Row } from "./durable-log.ts";

/** One step of a document's beginning: a V1 update on top of those before it, and whose it is. */
export interface SeedUpdate {
  readonly bytes: Uint8Array;
  readonly seat: string;
  readonly person: string;
  readonly at: Date;
}

export type SeedRefusal = "already-seeded" | "malformed" | "log-unavailable";

/**
 * SY-5: only the server seeds a document, once, by a command, through the log. All updates or none, and only as the first
 * rows. The gate is not asked: a seed may write what no session may, `meta` above all. Returns the last sequence.
 */
export async function seedDocument(
  { log, report }: Pick<Ports, "log" | "report">,
  document: DocumentId,
  updates: readonly SeedUpdate[],
): Promise<Result<{ readonly sequence: number }, SeedRefusal>> {
  const rows = rowsOf(updates);
  if (!rows || rows.length === 0) return refuse("malformed");
  try {
    const { epoch, authority } = await log.load(document);
    const [result] = await log.append([{ document, epoch, authority, rows, first: true }]);
    switch (result?.outcome) {
      case "ok":
        return ok({ sequence: result.sequence + rows.length - 1 });
      case "conflict":
        return refuse("already-seeded");
      case "unknown":
        return (await isOurs(log, document, rows))
          ? ok({ sequence: rows.length })
          : refuse("log-unavailable");
      case "late":
      case "authority":
      case "failed":
      case undefined:
        return refuse("log-unavailable");
    }
  } catch (cause) {
    report({ kind: "failed", what: "append", document, cause });
    return refuse("log-unavailable");
  }
}

/** Undefined: an update that does not decode, adds nothing, or needs what is not there. */
function rowsOf(updates: readonly SeedUpdate[]): Row[] | undefined {
  const content = createContent();
  const rows: Row[] = [];
  for (const update of updates) {
    const before = Y.decodeStateVector(Y.encodeStateVector(content));
    let bytes: Uint8Array | undefined;
    try {
      bytes = integrate(content, update.bytes);
    } catch {
      return undefined;
    }
    if (!bytes || content.store.pendingStructs || content.store.pendingDs) return undefined;
    const after = Y.decodeStateVector(Y.encodeStateVector(content));
    const clocks = [...after]
      .map(([client, to]) => ({ client, from: before.get(client) ?? 0, to }))
      .filter(({ from, to }) => to > from);
    rows.push({ ...update, bytes, clocks });
  }
  return rows;
}

/** After a doubt: whether the first rows of the log are these. */
async function isOurs(log: Ports["log"], document: DocumentId, rows: readonly Row[]): Promise<boolean> {
  const { updates } = await log.loadTail(document, 0);
  return rows.every(
    (row, index) => Buffer.compare(updates[index]?.bytes ?? Buffer.alloc(0), row.bytes) === 0,
  );
}
