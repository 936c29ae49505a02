import { type AwarenessEntry, encodeAwareness } from "@consilium/workspace";
import type { Engine } from "../engine.ts";
import { tellCarets } from "../fan-out/tell.ts";
import type { OpenDocument } from "../open-document.ts";
import type { CaretWord } from "./process-bus.ts";

/** One other process's carets in a document, as it last said them. */
export interface CaretsThere {
  /** Milliseconds since 1970. */
  heardAt: number;
  carets: ReadonlyMap<number, CaretWord>;
}

/** Milliseconds: a process that said nothing for so long is gone, or cannot be heard. Each repeats itself every second. */
export const silentFor = 4000;

const goodbye = "null";

/** To the others: all of this process's carets. Before good-byes are forgotten here. */
export function sayCarets({ bus }: Engine, { id, carets }: OpenDocument): void {
  const words = [...carets].map(([client, { session, clock, state }]) => ({
    client,
    clock,
    state,
    seat: session.visitor.seat,
  }));
  bus.say({ kind: "carets", document: id, carets: words });
}

/** What another process says of a document that is open here. */
export function hearCarets(
  engine: Engine,
  document: OpenDocument,
  from: string,
  said: readonly CaretWord[],
): void {
  const before = document.elsewhere.get(from)?.carets ?? new Map<number, CaretWord>();
  const now = new Map(said.map((caret) => [caret.client, caret]));
  for (const [client, caret] of before)
    if (!now.has(client) && !isAnywhereElse(document, from, client))
      now.set(client, { ...caret, clock: caret.clock + 1, state: goodbye });
  for (const { client, clock, state } of said) {
    const missedAt = document.missed.get(client) ?? -1;
    if (clock > missedAt) document.missed.delete(client);
    else if (state !== goodbye)
      engine.bus.say({ kind: "missed", document: document.id, client, clock: missedAt });
  }
  document.elsewhere.set(from, { heardAt: engine.now().getTime(), carets: now });
  if (!isSame(before, now)) engine.moved.add(document);
}

/** A process that is gone says no good-bye: it is said for it. */
export function missSilentProcesses(engine: Engine, document: OpenDocument): void {
  for (const [from, { heardAt, carets }] of document.elsewhere) {
    if (engine.now().getTime() - heardAt <= silentFor) continue;
    for (const [client, { clock, state }] of carets)
      if (state !== goodbye && !isAnywhereElse(document, from, client))
        document.missed.set(client, clock + 1);
    hearCarets(engine, document, from, []);
  }
}

/**
 * Readers believe a caret again only at a higher clock than the one at which it was missed. A client that hears of its own caret
 * that it is gone raises its clock above that and says it again.
 */
export function letRenew(
  engine: Engine,
  { carets }: OpenDocument,
  { client, clock }: { readonly client: number; readonly clock: number },
): void {
  const caret = carets.get(client);
  if (!caret || caret.state === goodbye || caret.clock > clock) return;
  tellCarets(engine, caret.session, encodeAwareness([{ client, clock, state: goodbye }]));
}

/** Of one client id the newest word counts, wherever it was said: a person who changes the process takes the id along. */
export function allCarets({ carets, elsewhere }: OpenDocument): readonly AwarenessEntry[] {
  const all = new Map<number, AwarenessEntry>();
  for (const [client, { clock, state }] of carets) all.set(client, { client, clock, state });
  for (const there of elsewhere.values())
    for (const [client, { clock, state }] of there.carets)
      if (clock > (all.get(client)?.clock ?? -1)) all.set(client, { client, clock, state });
  return [...all.values()];
}

/** Once everybody was told of them. */
export function forgetGoodbyes({ carets, elsewhere }: OpenDocument): void {
  for (const [client, { state }] of carets) if (state === goodbye) carets.delete(client);
  for (const [from, there] of elsewhere) {
    there.carets = new Map([...there.carets].filter(([, { state }]) => state !== goodbye));
    if (there.carets.size === 0) elsewhere.delete(from);
  }
}

/** Somebody else's, at another process. */
export const isTakenElsewhere = ({ elsewhere }: OpenDocument, client: number, seat: string): boolean =>
  [...elsewhere.values()].some((there) => {
    const caret = there.carets.get(client);
    return caret !== undefined && caret.state !== goodbye && caret.seat !== seat;
  });

const isAnywhereElse = ({ carets, elsewhere }: OpenDocument, from: string, client: number): boolean =>
  carets.has(client) ||
  [...elsewhere].some(([process, there]) => process !== from && there.carets.has(client));

const isSame = (one: ReadonlyMap<number, CaretWord>, other: ReadonlyMap<number, CaretWord>): boolean =>
  one.size === other.size &&
  [...one].every(([client, { clock, state }]) => {
    const now = other.get(client);
    return now?.clock === clock && now.state === state;
  });
