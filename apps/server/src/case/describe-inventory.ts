import { type InventoryEntry, isPatientSide, type ListedType, type Seat } from "@consilium/clinical";
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
  seat: Reader,
): z.infer<typeof Entry>[] {
  const isBlind = readsBlind(seat);
  return inventory.map(({ id, what, blocks, said, told = null }) => ({
    id,
    what,
    blocks: blocksFor(blocks, seat),
    said: isBlind ? forBlind(said) : said,
    told: isBlind ? null : told,
  }));
}

/** The list of what the case needs, with what each of it blocks for whoever may know that. */
export const describeRecordList = (listed: readonly ListedType[], seat: Reader): ListedType[] =>
  listed.map((line) => ({ ...line, blocks: blocksFor(line.blocks, seat) }));

type Reader = Pick<Seat, "role" | "mode" | "revealedAt">;

const blocksFor = (blocks: string | null, seat: Reader): string | null =>
  readsBlind(seat) || isPatientSide(seat) ? null : blocks;

const forBlind = (said: InventoryEntry["said"]): InventoryEntry["said"] =>
  said === null || said.state === "here" ? null : { ...said, because: null };
