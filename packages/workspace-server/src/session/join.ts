import * as Y from "yjs";
import { isFull, isTooFast } from "../admission/flow.ts";
import type { Engine } from "../engine.ts";
import { dismiss } from "../fan-out/tell.ts";
import type { OpenDocument } from "../open-document.ts";
import type { Session } from "./session.ts";

/** A client's step 1. Ours goes with the answer. */
export function acceptQuestion(engine: Engine, session: Session, vector: Uint8Array): void {
  if (isTooFast(engine, session, vector)) return dismiss(engine, session, "too-fast");
  if (isFull(engine, session.document)) return;
  session.joined = true;
  answerJoin(engine, session, vector);
  if (session.stage === "seated" && session.document.phase === "open") askAgain(engine, session);
}

/** Its answer takes its place behind what is admitted and not yet committed (SY-1). */
export function answerJoin(engine: Engine, session: Session, vector: Uint8Array): void {
  const { document } = session;
  if (document.phase !== "open" || session.stage !== "seated") {
    document.asked.set(session, vector);
    return;
  }
  const answer = answerTo(document, vector);
  if (!answer) return dismiss(engine, session, "malformed");
  document.queueBytes += answer.bytes;
  document.queue.push({ kind: "answer", session, vector, ...answer });
  engine.wake(document);
}

/**
 * Our own step 1, which only a seat is sent that may write, or could in an earlier epoch (protocol 3.1). The count goes up
 * when the question takes its place, not when it leaves: what comes before its answer is contained in it (SY-12).
 */
export function askAgain(engine: Engine, session: Session, again = false): void {
  const { document } = session;
  if (session.standing === "reads" || session.stage !== "seated") return;
  session.unanswered += 1;
  document.queue.push({ kind: "question", session, vector: Y.encodeStateVector(document.content), again });
  engine.wake(document);
}

const longestVector = 1 << 20;
const answersKept = 64;

/** SY-32. `bytes` is what this answer costs: nothing where an equal vector's is shared. Undefined: no state vector. */
export function answerTo(
  document: OpenDocument,
  vector: Uint8Array,
): { readonly update: Uint8Array; readonly bytes: number } | undefined {
  if (vector.length > longestVector) return undefined;
  const key = Buffer.from(vector).toString("latin1");
  const shared = document.answers.get(key);
  if (shared) return { update: shared, bytes: 0 };
  try {
    const update = Y.encodeStateAsUpdate(document.content, vector);
    if (document.answers.size < answersKept) document.answers.set(key, update);
    return { update, bytes: update.length };
  } catch {
    return undefined;
  }
}
