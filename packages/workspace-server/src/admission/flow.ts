import type { Engine } from "../engine.ts";
import { dismiss } from "../fan-out/tell.ts";
import type { OpenDocument } from "../open-document.ts";
import { fullBucket, take } from "../session/bucket.ts";
import type { Session } from "../session/session.ts";

/** SY-31, for each person and document, whatever the number of their sockets. Healthy people notice nothing. */
export function isTooFast({ flow, now }: Engine, { document, visitor }: Session, frame: Uint8Array): boolean {
  const at = now().getTime();
  let measure = document.measures.get(visitor.person);
  if (!measure) {
    measure = { updates: fullBucket(flow.updates, at), bytes: fullBucket(flow.bytes, at), outUntil: 0 };
    document.measures.set(visitor.person, measure);
  }
  const fits =
    take(measure.updates, flow.updates, 1, at) && take(measure.bytes, flow.bytes, frame.length, at);
  if (!fits) measure.outUntil = at + flow.outMilliseconds;
  return !fits;
}

/**
 * Sent away a moment ago for being too fast. Coming in costs the server a transaction (its reading is booked): a flood that comes
 * back at once would cost the others more by its coming than by what it sends.
 */
export const isOut = ({ now }: Engine, document: OpenDocument, person: string): boolean =>
  now().getTime() < (document.measures.get(person)?.outUntil ?? 0);

/** SY-4: what a log that does not answer may hold back. After that its clients keep their work and come again. */
export function isFull(engine: Engine, document: OpenDocument): boolean {
  const { queueRows, queueBytes } = engine.flow;
  if (document.queue.length < queueRows && document.queueBytes < queueBytes) return false;
  for (const session of document.sessions) dismiss(engine, session, "log-unavailable");
  return true;
}
