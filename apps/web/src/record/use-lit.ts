import type { Evidence } from "@consilium/workspace";
import { useSearch } from "@tanstack/react-router";
import { useEvidence } from "./evidence-context.ts";
import { useReliedOn } from "./relied-on/relied-on-context.ts";

/** The link that the address names: of the text beside, or, on the record's own page, of the opinion. */
export function useLit(): Evidence | undefined {
  const room = useEvidence();
  const { evidence } = useSearch({ strict: false });
  const uses = useReliedOn();
  if (room) return room.lit;
  return evidence === undefined ? undefined : uses.find(({ id }) => id === evidence)?.evidence;
}
