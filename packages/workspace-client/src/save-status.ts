import type { CloseReason, RefusalFate, RefusalReason } from "@consilium/workspace";
import type { SectionText } from "./inserted-text.ts";

/** What the person is told about their own changes, and only from acknowledgements (SY-3). */
export type SaveStatus =
  | { readonly state: "saving" }
  /** `at`: when the server last said so; undefined where nothing was written since the document was opened. */
  | { readonly state: "saved"; readonly at: Date | undefined }
  /** In the store of this device, and tried again. */
  | { readonly state: "kept"; readonly count: number }
  /** Only in the memory of this page: this device's store takes nothing, and no line is open. */
  | { readonly state: "in-memory"; readonly count: number }
  | {
      readonly state: "not-saved";
      /** `late`: it is the author's late draft now. `reset`: it is nowhere; the text is here for copying. */
      readonly fate: Exclude<RefusalFate, "hold">;
      readonly reason: RefusalReason | CloseReason;
      readonly text: readonly SectionText[];
    };

export type NotSaved = Extract<SaveStatus, { state: "not-saved" }>;

export interface SavingFacts {
  /** What the person has not been told, or has not read yet. */
  readonly notSaved: NotSaved | undefined;
  /** Local changes that are not known to be saved. */
  readonly waiting: number;
  /** Those of them that are only in memory so far. */
  readonly unstored: number;
  /** This device's store would not take the last one it was given. */
  readonly isStoreRefusing: boolean;
  readonly savedAt: Date | undefined;
  /** A line is open and the server takes what it gets. */
  readonly isOnTheWay: boolean;
}

export function statusOf(facts: SavingFacts): SaveStatus {
  const { notSaved, waiting, unstored, savedAt, isOnTheWay } = facts;
  if (notSaved) return notSaved;
  if (waiting === 0) return { state: "saved", at: savedAt };
  if (isOnTheWay) return { state: "saving" };
  if (facts.isStoreRefusing && unstored > 0) return { state: "in-memory", count: unstored };
  const count = waiting - unstored;
  return count <= 0 ? { state: "saving" } : { state: "kept", count };
}
