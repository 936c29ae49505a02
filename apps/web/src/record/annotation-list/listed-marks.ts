import { sortNewestFirst } from "@consilium/clinical";
import type { EvidenceUse, ImageAnchor, Thread } from "@consilium/workspace";
import type { PictureNumber } from "../place-words.ts";
import {
  anchorHere,
  type FiledRecord,
  hasPlace,
  hasSeries,
  type OpenRecord,
  placeInRecord,
  recordOf,
} from "../record-places.ts";
import { usesInRecord, usesOfPlace } from "../relied-on/uses-in-record.ts";

/** Why a mark stands with the orphaned ones. */
export type Orphaning = "place-lost" | "record-gone" | "place-unknown";

/** A thread on the records, with what the list says of its place. */
export interface ListedMark {
  readonly thread: Thread;
  /** Undefined: it is not here, or the anchor names none. */
  readonly record: FiledRecord | undefined;
  /** With the names that its record and its value have now. */
  readonly anchor: Thread["anchor"];
  readonly picture: PictureNumber | undefined;
  /** Undefined: its place was found. */
  readonly orphaned: Orphaning | undefined;
  /** It stands on a page of what the record was before. */
  readonly earlier: FiledRecord | undefined;
  /** The sentences of the opinion that rely on its place. */
  readonly reliedOn: readonly EvidenceUse[];
}

/** Where an anchor's picture is in its series. Undefined: not known yet; null: the series does not have it. */
export type FindPicture = (anchor: ImageAnchor) => PictureNumber | null | undefined;

/** `records`: those that this seat reads, of which threads speak. */
export function listMarks(
  records: readonly OpenRecord[],
  threads: readonly Thread[],
  findPicture: FindPicture,
  uses: readonly EvidenceUse[] = [],
): readonly ListedMark[] {
  const byName = new Map(
    records.flatMap((record) => [record.id, ...record.replaces].map((id) => [id, record])),
  );
  const usesIn = new Map(records.map((record) => [record.id, usesInRecord(record, uses)]));
  return threads.map((thread) => {
    const name = recordOf(thread.anchor);
    const record = name === undefined ? undefined : byName.get(name);
    if (name === undefined) return orphan(thread, undefined, "place-unknown");
    if (!record) return orphan(thread, undefined, "record-gone");
    const mark = markIn(record, thread, findPicture);
    const place = mark.orphaned ? undefined : placeInRecord(record, thread.anchor);
    return { ...mark, reliedOn: usesOfPlace(usesIn.get(record.id) ?? [], place) };
  });
}

const orphan = (thread: Thread, record: FiledRecord | undefined, orphaned: Orphaning): ListedMark => ({
  thread,
  record,
  anchor: thread.anchor,
  picture: undefined,
  orphaned,
  earlier: undefined,
  reliedOn: [],
});

function markIn(record: OpenRecord, thread: Thread, findPicture: FindPicture): ListedMark {
  const place = placeInRecord(record, thread.anchor);
  const { filed } = record;
  const anchor = anchorHere(record, thread.anchor);
  const earlier = place?.is === "earlier" ? place.version : undefined;
  const found = { thread, record: filed, anchor, orphaned: undefined, earlier, reliedOn: [] } as const;
  if (!place || place.is === "lost") return orphan(thread, filed, "place-lost");
  if (place.is === "named" && !hasPlace(filed, place.place)) return orphan(thread, filed, "place-lost");
  if (place.is !== "image") return { ...found, picture: undefined };
  const picture = hasSeries(filed, place.anchor.series) ? findPicture(place.anchor) : null;
  if (picture === null) return orphan(thread, filed, "place-lost");
  return { ...found, picture };
}

export interface RecordGroup {
  readonly record: FiledRecord;
  /** The newest first. */
  readonly marks: readonly ListedMark[];
}

export interface GroupedMarks {
  /** In the order of the rail by year: the newest record first. */
  readonly groups: readonly RecordGroup[];
  /** The newest first. */
  readonly orphaned: readonly ListedMark[];
}

export function groupMarks(marks: readonly ListedMark[]): GroupedMarks {
  const newestFirst = marks.toSorted((one, other) => compareMarks(other, one));
  const placed = newestFirst.filter(({ orphaned }) => orphaned === undefined);
  const records = new Map(placed.flatMap(({ record }) => (record ? [[record.id, record]] : [])));
  const byRecord = Map.groupBy(placed, ({ record }) => record?.id);
  return {
    groups: sortNewestFirst([...records.values()]).map((record) => ({
      record,
      marks: byRecord.get(record.id) ?? [],
    })),
    orphaned: newestFirst.filter(({ orphaned }) => orphaned !== undefined),
  };
}

/** By the author's clock, as the list shows it; of one moment by key, so that the order is the same everywhere. */
function compareMarks({ thread: one }: ListedMark, { thread: other }: ListedMark): number {
  return Date.parse(one.created) - Date.parse(other.created) || (one.key < other.key ? -1 : 1);
}
