import { compareNewestFirst, yearOf } from "./partial-date.ts";
import { recordKinds } from "./record-kinds.ts";
import type { ClinicalRecord, RecordKind } from "./record.ts";

/** What the rail needs of a record; a row of a database without its content will do. */
export type Listed = Pick<ClinicalRecord, "id" | "title" | "date" | "kind">;

export interface YearGroup<Item extends Listed> {
  /** Four digits; null holds what has no date, and comes last. */
  readonly year: string | null;
  readonly records: readonly Item[];
}

export interface KindGroup<Item extends Listed> {
  readonly kind: RecordKind;
  readonly records: readonly Item[];
}

/** Newest first, undated last; of one date by title, then by id, so that the order is the same everywhere. */
export const sortNewestFirst = <Item extends Listed>(records: readonly Item[]): readonly Item[] =>
  records.toSorted(
    (left, right) =>
      compareNewestFirst(left.date, right.date) ||
      (left.title < right.title ? -1 : Number(left.title > right.title)) ||
      (left.id < right.id ? -1 : Number(left.id > right.id)),
  );

export function groupByYear<Item extends Listed>(records: readonly Item[]): readonly YearGroup<Item>[] {
  const years = Map.groupBy(sortNewestFirst(records), ({ date }) => (date === null ? null : yearOf(date)));
  return Array.from(years, ([year, members]) => ({ year, records: members }));
}

/** In the order of `recordKinds`; a kind without records has no group. */
export function groupByKind<Item extends Listed>(records: readonly Item[]): readonly KindGroup<Item>[] {
  const byKind = Map.groupBy(sortNewestFirst(records), ({ kind }) => kind);
  return recordKinds.flatMap((kind) => {
    const members = byKind.get(kind);
    return members === undefined ? [] : [{ kind, records: members }];
  });
}
