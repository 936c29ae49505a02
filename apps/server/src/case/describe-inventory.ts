import { type InventoryEntry, isPatientSide, type Seat } from "@consilium/clinical";
import type { CaseDetails } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { InventoryEntry as Entry } from "./case-schemas.ts";
import { readsBlind } from "./reads-blind.ts";

/**
 * What was said of the records that a case needs. Whoever reads blind does not hear that one is here, which may be a record
 * that they do not see, nor the words around it.
 */
export function describeInventory(
  { inventory = [] }: Pick<CaseDetails, "inventory">,
  seat: Pick<Seat, "role" | "mode" | "revealedAt">,
): z.infer<typeof Entry>[] {
  const isBlind = readsBlind(seat);
  const ofWhat = (blocks: string | null) => (isBlind || isPatientSide(seat) ? null : blocks);
  return inventory.map(({ id, what, blocks, said, told = null }) => ({
    id,
    what,
    blocks: ofWhat(blocks),
    said: isBlind ? forBlind(said) : said,
    told: isBlind ? null : told,
  }));
}

const forBlind = (said: InventoryEntry["said"]): InventoryEntry["said"] =>
  said === null || said.state === "here" ? null : { ...said, because: null };
