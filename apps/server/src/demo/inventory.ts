import { type InventoryEntry, recordTypes, type Said } from "@consilium/clinical";
import type { Cast } from "./cast.ts";
import type { DemoRecords } from "./content-records.ts";
import type { DemoCase } from "./content.ts";
import { demoId } from "./demo-id.ts";

type DemoItem = DemoRecords["inventory"][number];

const isType = (id: string): boolean => recordTypes.some((type) => type === id);

/** A type of record has its own id; what only this case needs, one that says nothing. */
export const itemIdOf = ({ case: of }: DemoCase, id: string): string =>
  isType(id) ? id : demoId("item", `${of.id}/${id}`);

/** What the case itself says: its own items, and what somebody said of those of the list. */
export const planInventory = (content: DemoCase, cast: Cast): readonly InventoryEntry[] =>
  content.records.inventory
    .filter(({ id, said }) => !isType(id) || said !== undefined)
    .map((item) => ({
      id: itemIdOf(content, item.id),
      what: isType(item.id) ? null : item.what,
      blocks: null,
      said: saidOf(item, cast),
    }));

const states = { have: "here", unavailable: "unavailable", "not applicable": "not-applicable" } as const;

function saidOf({ state, said }: DemoItem, cast: Cast): Said | null {
  if (!said || state === "requested") return null;
  return {
    state: states[state],
    because: said.because ?? null,
    record: said.record === undefined ? null : demoId("record", said.record),
    by: cast.seatOf(said.by).id,
    at: cast.at(said.at).toISOString(),
  };
}
