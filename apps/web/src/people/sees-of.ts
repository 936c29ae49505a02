import type { ProxyScope } from "@consilium/clinical";
import type { SeatedPerson } from "./people-api.ts";

/** Which sentence of docs/rights.md, in plain words, says what somebody in this place may see. */
export type Sees =
  | "patient"
  | "proxy"
  | "referrer"
  | "care-team"
  | "author"
  | "reader"
  | "attesting"
  | "blind"
  | "specialist"
  | "coordinator"
  | "guest";

/** What is not told of somebody is not guessed: of a specialist whose way of reading is unknown it says what holds for all. */
export function seesOf({ role, mode, revealed }: Pick<SeatedPerson, "role" | "mode" | "revealed">): Sees {
  if (role !== "specialist") return role;
  switch (mode) {
    case "author":
      return "author";
    case "blind":
      return revealed ? "reader" : "blind";
    case "attesting":
      return "attesting";
    case "reader":
      return "reader";
    case null:
      return "specialist";
  }
}

/** Whether what a proxy may do can be said point by point. */
export const scopesToSay = ({ role, scopes }: Pick<SeatedPerson, "role" | "scopes">): readonly ProxyScope[] =>
  role === "proxy" && scopes ? scopes : [];

/** Who sits now in the order in which they came, then whose place has ended, the last one first. */
export const inOrder = (
  items: readonly SeatedPerson[],
): { readonly seated: readonly SeatedPerson[]; readonly ended: readonly SeatedPerson[] } => ({
  seated: items.filter(({ ended }) => !ended),
  ended: items
    .filter(({ ended }) => ended)
    .toSorted((one, other) => (other.until ?? "").localeCompare(one.until ?? "")),
});
