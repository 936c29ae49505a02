import { schemaOf } from "@consilium/workspace";
import { integrate } from "../admission/admitted-content.ts";
import type { Engine } from "../engine.ts";
import { announce } from "../fan-out/tell.ts";
import type { OpenDocument } from "../open-document.ts";
import { lowerOldApps } from "../session/seat-session.ts";
import type { LoggedUpdate, Tail } from "./durable-log.ts";

/** Rows that other processes committed (SY-12, SY-33). Ours are among them and bring nothing new. */
export async function readTail(engine: Engine, document: OpenDocument): Promise<boolean> {
  if (document.phase === "loading") document.hinted = true;
  if (document.phase !== "open") return true; // Being loaded: that reads all of it.
  const { content } = document;
  let tail: Tail;
  try {
    tail = await engine.log.loadTail(document.id, document.sequence);
  } catch (cause) {
    engine.report({ kind: "failed", what: "tail", document: document.id, cause });
    return false;
  }
  if (document.content !== content || document.phase !== "open") return true;
  if (tail.epoch !== document.epoch || tail.authority !== document.authority) {
    engine.throwAway(document);
    return true;
  }
  const before = document.sequence;
  for (const row of tail.updates) if (row.sequence > document.sequence) takeRow(engine, document, row);
  if (document.sequence > before) engine.moreCommitted(document);
  if (document.queue.length === 0) document.announced = document.sequence;
  for (const [client, person] of tail.owners) document.owners.set(client, person);
  return true;
}

function takeRow(engine: Engine, document: OpenDocument, row: LoggedUpdate): void {
  const isNew = integrate(document.content, row.bytes) !== undefined;
  document.sequence = row.sequence;
  engine.observe?.({ kind: "read-on", document: document.id, sequence: row.sequence });
  document.rowsSinceSnapshot += 1;
  if (isNew) {
    document.answers.clear();
    const schema = schemaOf(document.content);
    if (schema !== document.schema) {
      document.schema = schema;
      lowerOldApps(document);
    }
    // The row as it was logged: here it may have deleted what is admitted and not committed, a map's other value.
    announce(engine, document, row);
  }
  // Nothing new while rows wait is our own, from a commit in doubt: not told yet.
  if (isNew || document.queue.length === 0) noteTold(document, row.clocks);
}

export function noteTold(document: OpenDocument, clocks: LoggedUpdate["clocks"]): void {
  for (const { client, to } of clocks) document.told.set(client, to);
}
