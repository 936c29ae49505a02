import type { Random } from "@consilium/foundation";
import type { FlowLimits } from "../flow-limits.ts";
import type { OpenDocument } from "../open-document.ts";
import type { Session } from "./session.ts";

/**
 * SY-11. A client id for one Y.Doc, or the one that it already bears. Nothing is stored until something is written under it:
 * after a restart the same client claims it by its first content, as a stock client does, and the append is the judge.
 */
export function leaseClientId(document: OpenDocument, person: string, random: Random, have?: number): number {
  if (have !== undefined && isFreeFor(document, person, have)) {
    document.leases.set(have, person);
    return have;
  }
  for (;;) {
    const client = random.below(2 ** 32);
    if (document.owners.has(client) || document.leases.has(client) || document.carets.has(client)) continue;
    document.leases.set(client, person);
    return client;
  }
}

function isFreeFor(document: OpenDocument, person: string, client: number): boolean {
  const owner = document.owners.get(client) ?? document.leases.get(client);
  if (owner !== undefined) return owner === person;
  const seen = document.carets.get(client)?.session;
  return seen === undefined || seen.visitor.person === person;
}

/** Whether this person may add content under that client id: it is theirs, or nobody's and not one too many. */
export function mayUse(session: Session, client: number, flow: FlowLimits, now: Date): boolean {
  const { document, visitor, claims } = session;
  if (document.owners.has(client)) return document.owners.get(client) === visitor.person;
  const today = claimsToday(session, now);
  return (
    isFreeFor(document, visitor.person, client) &&
    (claims.has(client) || claims.size < flow.idsOfSession) &&
    (today.has(client) || today.size < flow.idsOfDay)
  );
}

const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

function claimsToday({ document, visitor }: Session, now: Date): Set<number> {
  const day = dayOf(now);
  const known = document.claims.get(visitor.person);
  if (known?.day === day) return known.clients;
  const clients = new Set<number>();
  document.claims.set(visitor.person, { day, clients });
  return clients;
}

/** What was admitted: these ids are this person's, for ever once it is committed. The same one again is not another. */
export function claim(session: Session, clients: Iterable<number>, now: Date): void {
  const { document, visitor } = session;
  for (const client of clients) {
    if (document.owners.has(client)) continue;
    document.owners.set(client, visitor.person);
    document.leases.set(client, visitor.person);
    session.claims.add(client);
    claimsToday(session, now).add(client);
  }
}
