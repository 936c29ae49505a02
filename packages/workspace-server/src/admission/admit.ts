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
  const { person, seat } = visitor;
  const row = bytes && { bytes, person, seat, clocks: verdict.clocks, at };
  if (row) {
    document.answers.clear();
    document.queueBytes += row.bytes.length;
    document.queue.push({ kind: "row", row, author: session, count });
  } else document.queue.push({ kind: "saved", session, count });
  engine.observe?.({ kind: "admitted", document: document.id, session, count, frame: verdict.bytes, row });
  engine.wake(document);
}
