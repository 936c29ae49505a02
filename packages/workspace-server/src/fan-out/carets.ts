import { type AwarenessEntry, encodeAwareness } from "@consilium/workspace";
import type { Engine } from "../engine.ts";
import type { OpenDocument } from "../open-document.ts";
import { allCarets, forgetGoodbyes, isTakenElsewhere, letRenew } from "../processes/carets-elsewhere.ts";
import { take } from "../session/bucket.ts";
import type { Session } from "../session/session.ts";
import { tellCarets } from "./tell.ts";

const longestState = 2048;
const highestClock = 2 ** 31;

/** SY-21. Only the session's own entry counts; an honest stock client repeats what it hears, so others' are skipped. */
export function acceptCarets(engine: Engine, session: Session, entries: readonly AwarenessEntry[]): void {
  const { document } = session;
  if (session.stage !== "seated") return;
  for (const { client, clock, state } of entries) {
    if (!isOwn(session, client, state) || clock > highestClock || state.length > longestState) continue;
    if (!take(session.caretBucket, engine.flow.presence, 1, engine.now().getTime())) return;
    const stamped = stamp(state, session);
    if (stamped === undefined) continue;
    session.caret = client;
    document.carets.set(client, { session, clock, state: stamped });
    const missedAt = document.missed.get(client) ?? -1;
    if (clock > missedAt) document.missed.delete(client);
    else letRenew(engine, document, { client, clock: missedAt });
    engine.moved.add(document);
    engine.movedHere.add(document);
  }
}

function isOwn(session: Session, client: number, state: string): boolean {
  if (session.caret !== undefined) return session.caret === client;
  const { document, visitor } = session;
  const owner = document.owners.get(client) ?? document.leases.get(client);
  const isOurs = owner === undefined || owner === visitor.person;
  const isFree = isOurs && !isTakenElsewhere(document, client, visitor.seat);
  return state !== "null" && isFree && (document.carets.get(client)?.state ?? "null") === "null";
}

/** Who it is comes from the session, never from the client; the rest is the caret and nothing else. */
function stamp(state: string, { visitor }: Session): string | undefined {
  if (state === "null") return state;
  try {
    const given: unknown = JSON.parse(state);
    if (typeof given !== "object" || given === null) return undefined;
    const cursor = "cursor" in given ? given.cursor : null;
    return JSON.stringify({ user: { name: visitor.name, seat: visitor.seat }, cursor });
  } catch {
    return undefined;
  }
}

/** Once a tick: the merged carets, to all readers. */
export function tellMoved(engine: Engine, document: OpenDocument): void {
  const message = encodeAwareness(allCarets(document));
  for (const session of document.sessions) tellCarets(engine, session, message);
  forgetGoodbyes(document);
}
