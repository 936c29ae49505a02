import { type ClinicalRecord, groupByKind, type RecordKind, type RecordOf } from "@consilium/clinical";

/** What a person calls a record. A study of curves alone is no study of images to them. */
export type ShownKind = RecordKind | "tracing";

type Series = Pick<RecordOf<"imaging-study">["content"]["series"][number], "frames" | "tracings">;
type Listed =
  | { readonly kind: Exclude<RecordKind, "imaging-study"> }
  | { readonly kind: "imaging-study"; readonly content: { readonly series: readonly Series[] } };

export function shownKind(record: Listed): ShownKind {
  if (record.kind !== "imaging-study") return record.kind;
  const { series } = record.content;
  const isTracing = tracingsIn(series) > 0 && series.every(({ frames }) => frames === 0);
  return isTracing ? "tracing" : "imaging-study";
}

export interface ShownGroup<Item> {
  readonly kind: ShownKind;
  readonly records: readonly Item[];
}

/** As `groupByKind`, each kind in its order; what is called otherwise stands behind what it is filed with. */
export const groupByShownKind = <Item extends Listed & Pick<ClinicalRecord, "id" | "title" | "date">>(
  records: readonly Item[],
): readonly ShownGroup<Item>[] =>
  groupByKind(records).flatMap(({ kind, records: members }) => {
    const byName = Map.groupBy(members, shownKind);
    return [...new Set<ShownKind>([kind, ...byName.keys()])].flatMap((shown) => {
      const found = byName.get(shown);
      return found ? [{ kind: shown, records: found }] : [];
    });
  });

/** How much there is of a study: series of images, or tracings. */
export function sizeOfStudy(
  record: Listed,
): { readonly is: "series" | "tracings"; readonly count: number } | undefined {
  if (record.kind !== "imaging-study") return undefined;
  const { series } = record.content;
  return shownKind(record) === "tracing"
    ? { is: "tracings", count: tracingsIn(series) }
    : { is: "series", count: series.length };
}

const tracingsIn = (series: readonly Series[]): number =>
  series.reduce((sum, { tracings }) => sum + tracings, 0);
