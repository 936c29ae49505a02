import type { Engine } from "../engine.ts";
import type { OpenDocument } from "../open-document.ts";
import { answerJoin } from "../session/join.ts";
import type { Session } from "../session/session.ts";
import { dismiss, isBeingAnswered } from "./tell.ts";

/** SY-30, once a tick: whoever has room again catches up; whoever took nothing for long and lacks much is cut off. */
export function careForSlowReaders(engine: Engine, document: OpenDocument): void {
  const now = engine.now().getTime();
  for (const session of document.sessions) {
    if (hasMoved(session)) session.progress = { taken: session.line.taken(), at: now };
    const { behind, line, progress } = session;
    if (!behind) continue;
    if (line.waiting() <= engine.flow.coalesceBytes / 2) catchUp(engine, session);
    else if (behind.bytes > engine.flow.stalledBytes && now - progress.at > engine.flow.stalledMilliseconds)
      dismiss(engine, session, "slow-reader");
  }
}

const hasMoved = ({ line, progress }: Session): boolean =>
  line.waiting() === 0 || line.taken() !== progress.taken;

function catchUp(engine: Engine, session: Session): void {
  if (!session.behind || isBeingAnswered(session) || session.document.phase !== "open") return;
  answerJoin(engine, session, session.behind.vector);
}
