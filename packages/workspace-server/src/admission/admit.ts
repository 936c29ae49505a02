import type { Verdict } from "@consilium/workspace";
import type { Engine } from "../engine.ts";
import { claim } from "../session/lease.ts";
import type { Session } from "../session/session.ts";
import { integrate } from "./admitted-content.ts";

/**
 * Into the one document, and into the queue. What adds nothing waits as well: it may repeat what is admitted and not yet
 * committed (SY-6).
 */
export function admit(engine: Engine, session: Session, verdict: Verdict & { readonly fate: "admit" }): void {
  const { document, visitor, received: count } = session;
  const at = engine.now();
  session.gaps = 0;
  session.doubted = false;
  claim(
    session,
    verdict.clocks.map(({ client }) => client),
    at,
  );
  const bytes = integrate(document.content, verdict.bytes);
  if (!bytes) document.queue.push({ kind: "saved", session, count });
  else {
    document.answers.clear();
    document.queueBytes += bytes.length;
    const { person, seat } = visitor;
    const row = { bytes, person, seat, clocks: verdict.clocks, at };
    document.queue.push({ kind: "row", row, author: session, count });
  }
  const row = document.queue.at(-1);
  engine.observe?.({
    kind: "admitted",
    document: document.id,
    session,
    count,
    frame: verdict.bytes,
    row: row?.kind === "row" ? row.row : undefined,
  });
  engine.wake(document);
}
