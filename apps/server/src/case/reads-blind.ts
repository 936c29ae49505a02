import type { Seat } from "@consilium/clinical";

/** Who is not to be told the first opinion. */
export const readsBlind = ({ mode, revealedAt }: Pick<Seat, "mode" | "revealedAt">): boolean =>
  mode === "blind" && revealedAt === null;
