import type { DocumentKind } from "@consilium/clinical";
import { schemaOf, vocabularyFor } from "@consilium/workspace";
import * as Y from "yjs";
import { createContent } from "../admission/admitted-content.ts";
import type { Engine } from "../engine.ts";
import { announce, dismiss } from "../fan-out/tell.ts";
import type { OpenDocument } from "../open-document.ts";
import { askRights, grant, seatSession } from "../session/seat-session.ts";
import type { DocumentId, LoadedLog } from "./durable-log.ts";

export const emptyDocument = (caseId: string, name: string, kind: DocumentKind): OpenDocument => ({
  id: documentId(caseId, name),
  caseId,
  name,
  kind,
  vocabulary: vocabularyFor(kind),
  sessions: new Set(),
  phase: "loading",
  content: createContent(),
  owners: new Map(),
  epoch: 0,
  authority: 0,
  schema: 1,
  sequence: 0,
  told: new Map(),
  announced: undefined,
  queue: [],
  inFlight: 0,
  queueBytes: 0,
  asked: new Map(),
  answers: new Map(),
  carets: new Map(),
  elsewhere: new Map(),
  missed: new Map(),
  leases: new Map(),
  claims: new Map(),
  measures: new Map(),
  rowsSinceSnapshot: 0,
  rendering: undefined,
  hinted: false,
});

export const documentId = (caseId: string, name: string): DocumentId => `${caseId}/${name}`;

/**
 * The one exit (SY-4) and the one entrance. The document in memory is thrown away with its queue and read from the log;
 * every session is asked again, and what it alone has comes back in its answer. Nothing is ever un-applied.
 */
export async function loadDocument(engine: Engine, document: OpenDocument): Promise<void> {
  document.phase = "loading";
  document.hinted = false;
  emptyQueue(document);
  let missed: readonly Told[];
  try {
    missed = takeOver(document, await engine.log.load(document.id));
  } catch (cause) {
    // SY-5: what could not be read is neither served nor written. 4503 lets the clients keep their work and come back.
    document.phase = "gone";
    engine.report({ kind: "failed", what: "load", document: document.id, cause });
    for (const session of document.sessions) dismiss(engine, session, "log-unavailable");
    return;
  }
  const { id, sequence, epoch, authority } = document;
  engine.observe?.({ kind: "loaded", document: id, sequence, epoch, authority });
  // Rights after the log: newer than its authority they are harmless; older ones would serve an ended seat (SY-20).
  const sessions = [...document.sessions];
  const rights = await Promise.all(sessions.map((session) => askRights(engine, session)));
  document.phase = "open";
  for (const [index, session] of sessions.entries())
    grant(engine, session, rights[index] ?? "unknown", "loaded");
  for (const row of missed) announce(engine, document, row);
  document.told = Y.decodeStateVector(Y.encodeStateVector(document.content)); // Not before: a slow reader is behind the old one.
  // Who came while the rights were asked hears nothing yet.
  for (const session of document.sessions)
    if (session.stage === "arriving") void seatSession(engine, session);
  if (document.hinted) await engine.readTail(document);
}

function emptyQueue(document: OpenDocument): void {
  for (const entry of document.queue) {
    if (entry.kind === "answer") document.asked.set(entry.session, entry.vector);
    if (entry.kind === "question") entry.session.unanswered -= 1; // It never left: nobody will answer it.
  }
  document.queue = [];
  document.inFlight = 0;
  document.queueBytes = 0;
  document.answers.clear();
}

interface Told {
  readonly sequence: number;
  readonly bytes: Uint8Array;
}

/** What readers were not told yet comes back: the rows after the last announced one. */
function takeOver(document: OpenDocument, loaded: LoadedLog): readonly Told[] {
  const { snapshot, updates } = loaded;
  const content = createContent();
  content.transact(() => {
    if (snapshot) Y.applyUpdate(content, snapshot.content);
    for (const { bytes } of updates) Y.applyUpdate(content, bytes);
  });
  document.content.destroy();
  document.content = content;
  document.owners = new Map(loaded.owners);
  document.epoch = loaded.epoch;
  document.authority = loaded.authority;
  document.sequence = loaded.sequence;
  document.schema = schemaOf(content);
  document.rowsSinceSnapshot = updates.length;
  document.rendering = undefined;
  const { announced } = document;
  document.announced = loaded.sequence;
  if (announced === undefined) return [];
  const missed: Told[] = updates.filter(({ sequence }) => sequence > announced);
  // Another process's snapshot has swallowed rows that were never told: its whole content is news that nobody is harmed by.
  if (snapshot && snapshot.sequence > announced)
    missed.unshift({ sequence: snapshot.sequence, bytes: snapshot.content });
  return missed;
}
