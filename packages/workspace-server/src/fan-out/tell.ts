import {
  type CloseReason,
  encodeAwareness,
  encodeStepOne,
  encodeStepTwo,
  encodeUpdate,
  type RefusalFate,
  type RefusalReason,
} from "@consilium/workspace";
import * as Y from "yjs";
import type { Engine } from "../engine.ts";
import type { OpenDocument } from "../open-document.ts";
import type { Session } from "../session/session.ts";
import { closeBooks, noteRead } from "./books.ts";

/** The one function that sends content of a document to a client, and books it. */
function tell(engine: Engine, session: Session, message: Uint8Array, from: number, to: number): void {
  if (session.stage !== "seated") return;
  if (session.line.waiting() > engine.flow.mostWaiting) return dismiss(engine, session, "slow-reader");
  noteRead(session, message.length, from, to);
  session.line.message(message);
}

/** What a joining or a slow reader lacks. */
export function tellAnswer(engine: Engine, session: Session, update: Uint8Array): void {
  session.behind = undefined;
  tell(engine, session, encodeStepTwo(update), 0, session.document.sequence);
}

/** A committed update, to everybody who does not have it. */
export function announce(
  engine: Engine,
  document: OpenDocument,
  row: { readonly bytes: Uint8Array; readonly sequence: number },
  author?: Session,
): void {
  const message = encodeUpdate(row.bytes);
  engine.observe?.({ kind: "announced", document: document.id, ...row });
  for (const session of document.sessions) {
    if (session === author || !session.joined) continue;
    if (fallsBehind(engine, session, message.length)) continue;
    tell(engine, session, message, row.sequence, row.sequence);
  }
}

/**
 * SY-30. Who does not keep up gets its updates together when there is room again, as an answer to the vector of what it was
 * told; merging what waits would cost more than the updates themselves (SY-6).
 */
function fallsBehind({ flow }: Engine, session: Session, bytes: number): boolean {
  if (!session.behind && session.line.waiting() <= flow.coalesceBytes) return false;
  if (isBeingAnswered(session)) return false; // The answer that is on its way may not contain what the tail brings.
  session.behind ??= { vector: Y.encodeStateVector(session.document.told), bytes: 0 };
  session.behind.bytes += bytes;
  return true;
}

/** Its answer waits in the queue, or until the document is loaded. */
export const isBeingAnswered = (session: Session): boolean =>
  session.document.asked.has(session) ||
  session.document.queue.some((entry) => entry.kind === "answer" && entry.session === session);

/** Our step 1. It and "saved" of one session never change places. */
export function tellQuestion(session: Session, vector: Uint8Array, again: boolean): void {
  if (session.stage !== "seated") return;
  if (again) session.line.resync(vector);
  else session.line.message(encodeStepOne(vector));
}

/** One acknowledgement a session and group: the highest count says it all (SY-3). */
export function tellSaved(engine: Engine, counts: Map<Session, number>, sequence: number): void {
  for (const [session, count] of counts) {
    if (session.stage !== "seated") continue;
    engine.observe?.({ kind: "saved", document: session.document.id, session, count });
    session.line.saved(count, sequence);
  }
  counts.clear();
}

export function tellRefused(session: Session, count: number, fate: RefusalFate, reason: RefusalReason): void {
  if (session.stage === "seated") session.line.refused(count, fate, reason);
}

const heartbeat = encodeAwareness([]);

/** Carets and heartbeats: nothing that is kept, so a slow reader does without. */
export function tellCarets(engine: Engine, session: Session, message: Uint8Array = heartbeat): void {
  if (session.stage === "seated" && session.line.waiting() <= engine.flow.coalesceBytes)
    session.line.message(message);
}

/** The session hears nothing more, and nothing more of it is read. */
export function dismiss(engine: Engine, session: Session, reason: CloseReason): void {
  if (session.stage === "ended") return;
  end(engine, session);
  session.line.close(reason);
}

/** Its socket is gone, or is about to be. */
export function end(engine: Engine, session: Session): void {
  if (session.stage === "ended") return;
  const { document } = session;
  session.stage = "ended";
  document.sessions.delete(session);
  document.asked.delete(session);
  closeBooks(engine, session, "end");
  sayGoodbye(engine, session);
}

function sayGoodbye({ moved, movedHere }: Engine, session: Session): void {
  const { document, caret } = session;
  const last = caret === undefined ? undefined : document.carets.get(caret);
  if (caret === undefined || last?.session !== session) return;
  document.carets.set(caret, { session, clock: last.clock + 1, state: "null" });
  moved.add(document);
  movedHere.add(document);
}
