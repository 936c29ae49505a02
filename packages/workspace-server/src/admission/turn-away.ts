import { closeReasonOf, type Refusal } from "@consilium/workspace";
import type { Engine } from "../engine.ts";
import { noteRefused } from "../fan-out/books.ts";
import { dismiss, tellRefused } from "../fan-out/tell.ts";
import { askAgain } from "../session/join.ts";
import type { Session } from "../session/session.ts";

/** SY-14, reset: the client drops its copy and shows what was typed. */
export function reset(engine: Engine, session: Session, reason: Refusal, frame: Uint8Array): void {
  const { document, visitor } = session;
  engine.report({ kind: "refused", document: document.id, session: visitor.session, reason });
  noteRefused(session, reason, frame);
  tellRefused(session, session.received, "reset", reason);
  dismiss(engine, session, closeReasonOf(reason));
}

/** A frame that was not admitted. */
export function turnAway(engine: Engine, session: Session, reason: Refusal, frame: Uint8Array): void {
  if (reason === "foreign-client") doubt(engine, session, frame);
  else reset(engine, session, reason, frame);
}

const mostGaps = 3;

/** SY-12: another process may have logged what is missing; else the client sends it again. Nothing is lost. */
export function resynchronize(engine: Engine, session: Session, kind: "answer" | "update"): void {
  if (kind === "answer") session.gaps += 1;
  if (session.gaps >= mostGaps) return dismiss(engine, session, "gap");
  void readAndAsk(engine, session);
}

/**
 * Another person's content, as if it were new. A client that changed the process brings what the other one committed and this
 * one has not read: the tail first, then the client again. Whoever still brings it has made it.
 */
function doubt(engine: Engine, session: Session, frame: Uint8Array): void {
  if (session.doubted) return reset(engine, session, "foreign-client", frame);
  session.doubted = true;
  void readAndAsk(engine, session);
}

async function readAndAsk(engine: Engine, session: Session): Promise<void> {
  const { document } = session;
  session.unanswered += 1; // From now on, not from when the question leaves: what comes before its answer has the same gap.
  const isRead = await engine.readTail(document);
  session.unanswered -= 1; // `askAgain` counts it; where the document is being loaded, everybody is asked after that.
  if (!isRead) dismiss(engine, session, "log-unavailable");
  else if (document.phase === "open") askAgain(engine, session, true);
}
