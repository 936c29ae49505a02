import type { OpenedTerms, ReadOnlyReason } from "@consilium/workspace";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { Replica } from "./replica.ts";
import type { SaveStatus } from "./save-status.ts";
import type { Fault } from "./schema-guard.ts";

export type DocumentSnapshot =
  | { readonly phase: "opening"; readonly status: SaveStatus }
  | {
      readonly phase: "open";
      /** Another one after a new lease, a late draft or a refusal: editors are bound again. */
      readonly doc: Y.Doc;
      readonly awareness: Awareness;
      /** Everything that the server had at the first meeting has arrived; not taken back when the connection goes. Faults are known from then on. */
      readonly synced: boolean;
      readonly mayWrite: boolean;
      /** Why not. */
      readonly reason: ReadOnlyReason | undefined;
      readonly epoch: number;
      readonly schema: number;
      /** What this app's editor would delete: only a mirror may be bound, and nothing written (SY-23). */
      readonly faults: readonly Fault[];
      readonly status: SaveStatus;
    }
  | (DocumentEnd & { readonly phase: "ended"; readonly status: SaveStatus });

/** The server's last word. */
export interface DocumentEnd {
  readonly code: number;
  readonly reason: string;
}

export interface DocumentFacts {
  readonly end: DocumentEnd | undefined;
  /** Undefined: the server has not opened it yet. */
  readonly terms: OpenedTerms | undefined;
  readonly replica: Pick<Replica, "doc" | "awareness" | "synced"> | undefined;
  readonly faults: readonly Fault[];
  /** The server has said "late": nothing more is written here. */
  readonly isLate: boolean;
  readonly status: SaveStatus;
}

/** What is true of a document now, as whoever shows it needs it. */
export function snapshotOf({ end, terms, replica, faults, isLate, status }: DocumentFacts): DocumentSnapshot {
  if (end) return { phase: "ended", ...end, status };
  if (!terms || !replica) return { phase: "opening", status };
  const { epoch, schema, reason } = terms;
  const isKnown = faults.length === 0;
  const { doc, awareness, synced } = replica;
  return {
    phase: "open",
    doc,
    awareness,
    synced,
    mayWrite: terms.mayWrite && !isLate && isKnown,
    reason: isLate ? "signed" : isKnown ? reason : "schema-too-old",
    epoch,
    schema,
    faults,
    status,
  };
}
