import { type InventoryEntry, isOver, type SaidState } from "@consilium/clinical";
import { caseDetailsOf, findRecord, updateInventory } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import { recordListOf } from "../programme/record-list.ts";
import type { Services } from "../services.ts";

export interface ItemSaid {
  /** A type of record of the specialty's list, or an item of the case's own. */
  readonly item: string;
  /** `null`: it was said by mistake. */
  readonly state: SaidState | null;
  readonly because: string | null;
  /** The record that it is, where it is here and one is named. */
  readonly record: string | null;
}

/** Somebody says, unasked, of something that the case needs that it is here, cannot be had or is not needed. */
export const sayOfItem = (
  services: Services,
  commander: Commander,
  { item, state, because, record }: ItemSaid,
): Promise<Result<{ state: SaidState | null }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "request a record", changesRights: false },
    async ({ transaction, key, row, facts, seat, at }) => {
      if (isOver(facts)) return refuse("not-now");
      const { inventory = [] } = caseDetailsOf(key, row);
      const was = inventory.find(({ id }) => id === item);
      const isListed = (await recordListOf(transaction, row)).some(({ type }) => type === item);
      if (!was && !isListed) return refuse("no-such-record");
      if (record !== null && !(await findRecord(transaction, key, row.id, record)))
        return refuse("no-such-record");
      if ((was?.said?.state ?? null) === state) return refuse("already-so");
      const said = state && { state, because, record, by: seat.id, at: at.toISOString() };
      const entry: InventoryEntry = { ...(was ?? { id: item, what: null, blocks: null }), said };
      await updateInventory(transaction, key, row, [...inventory.filter(({ id }) => id !== item), entry]);
      // A type or an id: no words of the case.
      return ok({ value: { state }, act: "record.item-said", subject: item, body: { state } });
    },
  );
