import type { Presented } from "../room-context.ts";

/** What somebody has before them while they speak with the others. */
export type StageOf =
  /** Nobody shows anything, and nothing is open. */
  | { readonly is: "empty" }
  /** What one opened oneself, and shows to nobody. */
  | { readonly is: "own"; readonly item: string }
  /** One shows it to all; null: one has not chosen yet. */
  | { readonly is: "showing"; readonly item: string | null }
  /** Somebody else shows it, and one sees it as they do; null: they have not chosen yet. */
  | { readonly is: "following"; readonly by: string; readonly item: string | null }
  /** Somebody else shows something, and one looks by oneself: at the same or at something else. */
  | {
      readonly is: "apart";
      readonly by: string;
      readonly shown: string | null;
      readonly item: string | null;
    };

/** Whom one does not follow any more, and what one went on looking at; undefined: at what one opened oneself. */
export interface Left {
  readonly seat: string;
  readonly item?: string | undefined;
}

export interface Looking {
  readonly own: string;
  readonly presented: Presented | null;
  /** What one opened oneself. */
  readonly chosen: string | undefined;
  /** Whoever shows something after them is followed. */
  readonly left: Left | undefined;
}

export function stageOf({ own, presented, chosen, left }: Looking): StageOf {
  if (!presented) return chosen === undefined ? { is: "empty" } : { is: "own", item: chosen };
  const { seat, item } = presented;
  if (seat === own) return { is: "showing", item };
  if (left?.seat !== seat) return { is: "following", by: seat, item };
  return { is: "apart", by: seat, shown: item, item: left.item ?? chosen ?? item };
}

/** The seat whose view is followed: only of what both have before them. */
export const followedIn = (stage: StageOf): string | undefined =>
  stage.is === "following" && stage.item !== null ? stage.by : undefined;
