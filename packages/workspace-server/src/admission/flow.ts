import type { Engine } from "../engine.ts";
import { dismiss } from "../fan-out/tell.ts";
import type { OpenDocument } from "../open-document.ts";
import { fullBucket, take } from "../session/bucket.ts";
import type { Session } from "../session/session.ts";

/** SY-31, for each person and document, whatever the number of their sockets. Healthy people notice nothing. */
export function isTooFast({ flow, now }: Engine, { document, visitor }: Session, frame: Uint8Array): boolean {
  const at = now().getTime();
  let buckets = document.buckets.get(visitor.person);
  if (!buckets) {
    buckets = { updates: fullBucket(flow.updates, at), bytes: fullBucket(flow.bytes, at) };
    document.buckets.set(visitor.person, buckets);
  }
  return !take(buckets.updates, flow.updates, 1, at) || !take(buckets.bytes, flow.bytes, frame.length, at);
}

/** SY-4: what a log that does not answer may hold back. After that its clients keep their work and come again. */
export function isFull(engine: Engine, document: OpenDocument): boolean {
  const { queueRows, queueBytes } = engine.flow;
  if (document.queue.length < queueRows && document.queueBytes < queueBytes) return false;
  for (const session of document.sessions) dismiss(engine, session, "log-unavailable");
  return true;
}
