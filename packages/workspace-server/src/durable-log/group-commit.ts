import type { Engine } from "../engine.ts";
import { closeBooks, noteWritten } from "../fan-out/books.ts";
import { announce, tellAnswer, tellQuestion, tellRefused, tellSaved } from "../fan-out/tell.ts";
import { hasRows, type OpenDocument, type Waiting } from "../open-document.ts";
import type { Session } from "../session/session.ts";
import type { AppendResult, Group, Row } from "./durable-log.ts";
import { noteTold } from "./read-tail.ts";
import { snapshotIfDue } from "./take-snapshot.ts";

export interface GroupCommit {
  readonly wake: (document: OpenDocument) => void;
  /** Resolves when nothing is in flight and nothing waits. What comes meanwhile is waited for. */
  readonly idle: () => Promise<void>;
}

/**
 * One transaction in flight; what is admitted meanwhile, over all documents, is the next one (SY-2). No timer: a lone
 * keystroke goes at once, and under load the groups grow by themselves.
 */
export function createGroupCommit(engine: () => Engine): GroupCommit {
  let waiting = new Set<OpenDocument>();
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    await Promise.resolve(); // What the same turn of the loop admits goes along.
    while (waiting.size > 0) {
      const documents = [...waiting].filter(
        (document) => document.phase === "open" && !flush(engine(), document),
      );
      waiting = new Set();
      if (documents.length > 0) await commit(engine(), documents);
      for (const document of documents) if (document.queue.length > 0) waiting.add(document);
    }
    running = undefined; // In the same step as the last look at what waits: a wake in between would be lost.
  }

  return {
    wake: (document) => {
      waiting.add(document);
      running ??= run();
    },
    idle: () => running ?? Promise.resolve(),
  };
}

async function commit(engine: Engine, documents: readonly OpenDocument[]): Promise<void> {
  const groups = documents.map(takeGroup);
  const contents = documents.map((document) => document.content);
  for (const group of groups) engine.observe?.({ kind: "sent", ...group });
  const results = await engine.log.append(groups);
  for (const [index, document] of documents.entries()) {
    const content = contents[index];
    const result = results[index] ?? { outcome: "unknown" };
    engine.observe?.({ kind: "answered", document: document.id, result });
    if (document.content !== content || document.phase !== "open") {
      await engine.readTail(document); // Thrown away meanwhile, and perhaps read before this transaction was in the log.
    } else if (result.outcome !== "ok") {
      lose(engine, document, result.outcome);
    } else {
      // Another process wrote in between. Who cannot read what does not know what stands before these rows.
      const isRead = result.sequence <= document.sequence + 1 || (await engine.readTail(document));
      if (document.content !== content || document.phase !== "open") continue;
      if (isRead) settle(engine, document, result.sequence);
      else lose(engine, document, "unknown");
    }
  }
}

function takeGroup(document: OpenDocument): Group {
  document.inFlight = document.queue.length;
  const rows: Row[] = [];
  for (const entry of document.queue) if (entry.kind === "row") rows.push(entry.row);
  return { document: document.id, epoch: document.epoch, authority: document.authority, rows };
}

/** SY-4: any result but ok throws the whole document away with its queue. Its authors' clients keep what they wrote. */
function lose(engine: Engine, document: OpenDocument, outcome: Exclude<AppendResult["outcome"], "ok">): void {
  if (outcome === "conflict") engine.report({ kind: "clock-conflict", document: document.id });
  if (outcome === "failed" || outcome === "unknown") {
    engine.report({ kind: "failed", what: "append", document: document.id, cause: outcome });
    for (const entry of document.queue)
      if (entry.kind === "row") tellRefused(entry.author, entry.count, "hold", "log-unavailable");
  }
  engine.throwAway(document);
}

/** A queue without rows needs no transaction. True when nothing is left to commit. */
function flush(engine: Engine, document: OpenDocument): boolean {
  if (hasRows(document)) return false;
  document.inFlight = document.queue.length;
  settle(engine, document, document.sequence + 1);
  return true;
}

/** Committed: the entries leave in their order, so that step 1 and "saved" of a session never change places. */
function settle(engine: Engine, document: OpenDocument, first: number): void {
  const settled = document.queue.splice(0, document.inFlight);
  document.inFlight = 0;
  const saved = new Map<Session, number>();
  let sequence = first - 1;
  for (const entry of settled) {
    if (entry.kind === "row") sequence += 1;
    leave(engine, document, entry, saved, sequence);
  }
  document.sequence = Math.max(document.sequence, sequence);
  if (document.queue.length === 0) document.announced = document.sequence;
  tellSaved(engine, saved, document.sequence);
  bookWhoLeft(engine, settled);
  if (sequence >= first) {
    engine.moreCommitted(document);
    engine.committedHere(document);
  }
  snapshotIfDue(engine, document, engine.flow.snapshotRows);
}

/** Their books were closed when they left, before this was committed. */
function bookWhoLeft(engine: Engine, settled: readonly Waiting[]): void {
  for (const entry of settled)
    if (entry.kind === "row" && entry.author.stage === "ended") closeBooks(engine, entry.author, "end");
}

function leave(
  engine: Engine,
  document: OpenDocument,
  entry: Waiting,
  saved: Map<Session, number>,
  sequence: number,
): void {
  switch (entry.kind) {
    case "row": {
      const { row, author, count } = entry;
      saved.set(author, count);
      noteWritten(author, sequence);
      document.queueBytes -= row.bytes.length;
      document.rowsSinceSnapshot += 1;
      if (sequence === 1) engine.appeared(document);
      announce(engine, document, { bytes: row.bytes, sequence }, author);
      return noteTold(document, row.clocks);
    }
    case "saved":
      saved.set(entry.session, entry.count);
      return undefined;
    case "answer":
      document.queueBytes -= entry.bytes;
      return tellAnswer(engine, entry.session, entry.update);
    case "question":
      tellSaved(engine, saved, Math.max(sequence, document.sequence));
      return tellQuestion(entry.session, entry.vector, entry.again);
  }
}
