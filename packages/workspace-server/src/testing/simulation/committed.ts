import * as Y from "yjs";
import { createContent } from "../../admission/admitted-content.ts";
import type { Ledger } from "../../durable-log/memory-log.ts";
import { deletedIn, uncovered } from "../deletions.ts";

type Row = Ledger["updates"][number];

/** What is in the log of one document, and at which moment it came in. */
export interface Committed {
  readonly doc: Y.Doc;
  /** Reads on. Each row that is new is shown, with its moment. */
  readonly catchUp: (seen: (row: Row) => void) => void;
  /** What of this update is not in the log, or came in after that moment. Undefined: nothing. */
  readonly lacks: (update: Uint8Array, before: number) => string | undefined;
  /** Whether everything that this replica holds is in the log, deletions included, or in these updates besides. */
  readonly contains: (replica: Y.Doc, besides?: readonly Uint8Array[]) => boolean;
  readonly isContainedIn: (replica: Y.Doc) => boolean;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

export function createCommitted(ledger: Ledger, moment: () => number): Committed {
  const doc = createContent();
  const spans = new Map<number, Span[]>();
  let read = 0;
  return {
    doc,
    catchUp: (seen) => {
      for (const row of ledger.updates.slice(read)) {
        read += 1;
        Y.applyUpdate(doc, row.bytes);
        seen(row);
        for (const { client, from, to } of row.clocks) {
          const known = spans.get(client) ?? [];
          known.push({ from, to, at: moment() });
          spans.set(client, known);
        }
      }
    },
    lacks: (update, before) => missingStruct(spans, update, before) ?? missingDeletion(doc, update),
    contains: (replica, besides = []) => isWithin(replica, besides.length > 0 ? copyWith(doc, besides) : doc),
    isContainedIn: (replica) => isWithin(doc, replica),
  };
}

function copyWith(doc: Y.Doc, updates: readonly Uint8Array[]): Y.Doc {
  const copy = createContent();
  for (const update of [Y.encodeStateAsUpdate(doc), ...updates]) Y.applyUpdate(copy, update);
  return copy;
}

function missingStruct(spans: ReadonlyMap<number, readonly Span[]>, update: Uint8Array, before: number) {
  for (const struct of Y.decodeUpdate(update).structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    const known = spans.get(client) ?? [];
    const end = known.at(-1)?.to ?? 0;
    if (clock + struct.length > end) return `${client}:${clock}+${struct.length} is not committed`;
    const late = known.find(({ from, to, at }) => from < clock + struct.length && to > clock && at > before);
    if (late) return `${client}:${clock}+${struct.length} was committed after that`;
  }
  return undefined;
}

const vectorOf = (doc: Y.Doc): Map<number, number> => Y.decodeStateVector(Y.encodeStateVector(doc));

function missingDeletion(doc: Y.Doc, update: Uint8Array): string | undefined {
  return uncovered(Y.decodeUpdate(update).ds.clients, deletedIn(doc));
}

function isWithin(one: Y.Doc, other: Y.Doc): boolean {
  for (const [client, clock] of vectorOf(one)) if (clock > Y.getState(other.store, client)) return false;
  return uncovered(deletedIn(one), deletedIn(other)) === undefined;
}
