import { addsSomething } from "@consilium/workspace";
import type { Engine } from "../engine.ts";
import { dismiss, tellRefused } from "../fan-out/tell.ts";
import type { Session } from "../session/session.ts";
import { reset } from "./turn-away.ts";

/**
 * SY-14, late. After its epoch a seat that could write is read once more: what it adds is kept as its late draft, and every
 * frame behind that one, without a gap check. "Late" is said after the draft is committed, in the order of the frames.
 */
export function acceptLateFrame(engine: Engine, session: Session, frame: Uint8Array, longest: number): void {
  const { document, received } = session;
  if (frame.length > longest) return reset(engine, session, "too-big", frame);
  const adds = addsSomething(document.content, frame);
  if (adds === undefined) return reset(engine, session, "malformed", frame);
  if (!adds && !session.late) {
    document.queue.push({ kind: "saved", session, count: received });
    return engine.wake(document);
  }
  session.late = keepAfter(engine, session, session.late, frame, received);
}

async function keepAfter(
  engine: Engine,
  session: Session,
  before: Promise<void> | undefined,
  frame: Uint8Array,
  count: number,
): Promise<void> {
  const { document, visitor } = session;
  const { epoch } = document;
  const at = engine.now();
  await before;
  const { person, seat } = visitor;
  const outcome = await engine.log.storeLateDrafts([
    { document: document.id, epoch, seat, person, bytes: frame, at },
  ]);
  if (outcome === "ok")
    return tellRefused(session, count, "late", session.readOnly === "signed" ? "signed" : "epoch");
  engine.report({ kind: "failed", what: "late-draft", document: document.id, cause: outcome });
  dismiss(engine, session, "log-unavailable");
}
