import {
  type ImagingHeld,
  imagingHeldIn,
  type InventoryItem,
  isGap,
  takeInventory,
} from "@consilium/clinical";
import { useCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import type { CaseDetail } from "../../case/case-api.ts";
import { useCase } from "../../case/case-context.ts";
import { type CaseRecord, filedContent, useRecords } from "../record-query.ts";

export type Request = CaseDetail["requests"][number];
export type Item = InventoryItem<Request>;

const none: readonly CaseRecord[] = [];

/** What the case needs and what of it is there, as far as this seat may know. Undefined: the records are not here yet. */
export function useInventory(): readonly Item[] | undefined {
  const { recordList: listed, inventory, requests } = useCase().detail;
  const { data } = useRecords();
  const records = useCame(data ?? none);
  return useMemo(
    () => data && takeInventory({ listed, entries: inventory, requests, records }),
    [data, listed, inventory, requests, records],
  );
}

/** Records as they were filed, and when they came. */
export const useCame = (records: readonly CaseRecord[]) =>
  useMemo(() => records.map((record) => ({ ...filedContent(record), added: record.added })), [records]);

/** What is asked for is called as whoever asks calls it. */
export function useItemName(): (item: Item) => string {
  const t = useTranslations("inventory");
  return useCallback(
    ({ state, what, type, request }) =>
      (state === "asked" ? request?.what : undefined) ?? what ?? (type ? t(`types.${type}`) : ""),
    [t],
  );
}

/** What of each way of imaging is there, as far as this seat may know. */
export function useImagingHeld(): ImagingHeld {
  const { data } = useRecords();
  return useMemo(() => imagingHeldIn(data ?? none), [data]);
}

/** Names of what the opinion needs and does not have. */
export function useNeededAndMissing(): readonly string[] {
  const items = useInventory();
  const nameOf = useItemName();
  return useMemo(
    () => (items ?? []).filter((item) => item.isNeeded && isGap(item)).map(nameOf),
    [items, nameOf],
  );
}
