import type { TimelineEntry } from "@consilium/clinical";
import type { Thread } from "@consilium/workspace";
import { type OpenRecord, placeInRecord, recordOf, type RecordPlace } from "../record/record-places.ts";

/**
 * How many open threads speak of each entry, by its id. Words of a list's entry and values of a laboratory's day count there;
 * anything else counts on the record, where that is one entry. `records`: those that threads speak of.
 */
export function marksOfEntries(
  entries: readonly TimelineEntry[],
  records: readonly OpenRecord[],
  threads: readonly Thread[],
): ReadonlyMap<string, number> {
  const byName = new Map(
    records.flatMap((record) => [record.id, ...record.replaces].map((id) => [id, record])),
  );
  const byRecord = Map.groupBy(entries, ({ record }) => record);
  const counts = new Map<string, number>();
  for (const { anchor, state } of threads) {
    const record = byName.get(recordOf(anchor) ?? "");
    const place = record && state.is === "open" ? placeInRecord(record, anchor) : undefined;
    if (!record || !place) continue;
    const entry = (byRecord.get(record.id) ?? []).find((one) => isAbout(one, record, place));
    if (entry) counts.set(entry.id, (counts.get(entry.id) ?? 0) + 1);
  }
  return counts;
}

function isAbout({ pieces }: TimelineEntry, { laid }: OpenRecord, place: RecordPlace): boolean {
  if (pieces.length === 0) return true;
  if (place.is === "value") return pieces.includes(`point.${place.observation}`);
  if (place.is !== "stretch") return false;
  return laid.pieces.some(
    ({ key, from, to }) => pieces.includes(key) && from < place.end && to > place.start,
  );
}
