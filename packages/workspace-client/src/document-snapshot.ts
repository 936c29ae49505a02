import type { ReadOnlyReason } from "@consilium/workspace";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
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
  | { readonly phase: "ended"; readonly code: number; readonly reason: string; readonly status: SaveStatus };
