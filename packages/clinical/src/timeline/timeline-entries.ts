import type { LaboratoryPoint, LaboratorySeries } from "../record/laboratory.ts";
import { comparePartialDates, dayOf } from "../record/partial-date.ts";
import { isListRecord } from "../record/record-kinds.ts";
import type { ClinicalRecord, RecordKind, RecordOf } from "../record/record.ts";
import { laneOf, type TimelineLane, timelineLanes } from "./timeline-lanes.ts";
import {
  compareWhen,
  type Dated,
  type When,
  whenBegan,
  whenHappened,
  whenMade,
  whenTaken,
} from "./timeline-when.ts";

/** One thing of a patient's history: a record, an entry of a list, or what a laboratory measured on one day. */
export interface TimelineEntry<Time extends When = When> {
  /** Of its own: an id of the record, or that and what stands in it. */
  readonly id: string;
  readonly record: string;
  readonly kind: RecordKind;
  readonly lane: TimelineLane;
  readonly title: string;
  /** Of a laboratory's day: its values; the title names the first of them. Else 1. */
  readonly count: number;
  /** Keys of its words in the record's text (`TextPiece`), where it opens; none: the record as a whole. */
  readonly pieces: readonly string[];
  readonly when: Time;
}

export interface Timeline {
  /** Earlier first. */
  readonly dated: readonly TimelineEntry<Dated>[];
  /** In the order of the lanes. */
  readonly undated: readonly TimelineEntry[];
}

/** All that the records of a case say of the patient's history. */
export function timelineOf(records: readonly ClinicalRecord[]): Timeline {
  const entries = records.flatMap(entriesOf);
  return {
    dated: entries.filter(isDated).toSorted(compareEntries),
    undated: entries
      .filter((entry) => !isDated(entry))
      .toSorted((one, other) => timelineLanes.indexOf(one.lane) - timelineLanes.indexOf(other.lane)),
  };
}

const isDated = (entry: TimelineEntry): entry is TimelineEntry<Dated> => entry.when.is !== "undated";

/** Of one beginning by lane and id, so that the order is the same everywhere. */
const compareEntries = (one: TimelineEntry<Dated>, other: TimelineEntry<Dated>): number =>
  compareWhen(one.when, other.when) ||
  timelineLanes.indexOf(one.lane) - timelineLanes.indexOf(other.lane) ||
  (one.id < other.id ? -1 : Number(one.id > other.id));

function entriesOf(record: ClinicalRecord): readonly TimelineEntry[] {
  if (isListRecord(record)) return entriesOfList(record);
  if (record.kind === "laboratory") return daysMeasured(record);
  const { id, title } = record;
  return [{ ...common(record), id, title, count: 1, pieces: [], when: whenMade(record) }];
}

const common = ({ id, kind }: ClinicalRecord) => ({ record: id, kind, lane: laneOf(kind) });

type ListRecord = Extract<ClinicalRecord, { readonly content: { readonly entries: unknown } }>;

function entriesOfList(record: ListRecord): readonly TimelineEntry[] {
  return whensOf(record).map(({ id, title, when }) => ({
    ...common(record),
    id: `${record.id}/${id}`,
    title,
    count: 1,
    pieces: [`entry.${id}.title`, `entry.${id}.detail`],
    when,
  }));
}

interface EntryWhen {
  readonly id: string;
  readonly title: string;
  readonly when: When;
}

function whensOf(record: ListRecord): readonly EntryWhen[] {
  switch (record.kind) {
    case "medicines":
      return record.content.entries.map((entry) => ({ ...entry, when: whenTaken(entry) }));
    case "problems":
    case "allergies":
      return record.content.entries.map((entry) => ({ ...entry, when: whenBegan(entry) }));
    case "procedures":
    case "immunizations":
    case "encounters":
    case "plans":
      return record.content.entries.map((entry) => ({ ...entry, when: whenHappened(entry) }));
  }
}

interface Measured {
  readonly series: LaboratorySeries;
  readonly point: LaboratoryPoint;
}

/** Of analytes, how many are named before the rest is counted. */
const named = 3;

/** A laboratory record spans years: each day on which something was measured is an entry. */
function daysMeasured(record: RecordOf<"laboratory">): readonly TimelineEntry[] {
  const all = record.content.series.flatMap((series): Measured[] =>
    series.points.map((point) => ({ series, point })),
  );
  // Nothing was measured, and yet it is a record of the case.
  if (all.length === 0) {
    const { id, title } = record;
    return [{ ...common(record), id, title, count: 1, pieces: [], when: whenMade(record) }];
  }
  const days = Map.groupBy(all, ({ point: { date } }) => (date === null ? null : dayOf(date)));
  return [...days]
    .toSorted(([one], [other]) => (one === null || other === null ? 0 : comparePartialDates(one, other)))
    .map(([day, measured]) => dayMeasured(record, day, measured));
}

const dayMeasured = (
  record: RecordOf<"laboratory">,
  day: string | null,
  measured: readonly Measured[],
): TimelineEntry => ({
  ...common(record),
  id: `${record.id}/${day ?? "undated"}`,
  title: measured
    .slice(0, named)
    .map(({ series }) => series.title)
    .join(", "),
  count: measured.length,
  pieces: measured.map(({ point }) => `point.${point.id}`),
  when: day === null ? { is: "undated" } : { is: "moment", at: day },
});
