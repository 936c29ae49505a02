import type { ClinicalRecord, ListEntry, MedicineEntry } from "@consilium/clinical";
import { type Covered, coveredBy, secondsOfDay } from "./moments.ts";

export type TreatmentKind = "procedure" | "medicine";

/** A medicine or a procedure that has a place on the axis of time. */
export interface Treatment {
  readonly id: string;
  readonly kind: TreatmentKind;
  readonly entry: ListEntry | MedicineEntry;
  /** Seconds since 1970, within the axis. */
  readonly from: number;
  readonly to: number;
  /** Its beginning, or its end, is not known, or lies beyond the axis: drawn open. */
  readonly isOpenBefore: boolean;
  readonly isOpenAfter: boolean;
}

export interface Treatments {
  readonly shown: readonly Treatment[];
  /** How many have no date at all, and how many lie before or after the axis. */
  readonly undated: number;
  readonly beyond: number;
}

/** Procedures first, each kind by its beginning. */
export function treatmentsOf(entries: readonly Listed[], axis: Covered): Treatments {
  const shown: Treatment[] = [];
  let undated = 0;
  let beyond = 0;
  for (const listed of entries) {
    const when = whenOf(listed);
    if (!when) undated += 1;
    else if (when.to < axis.from || when.from > axis.to) beyond += 1;
    else shown.push(within(listed, when, axis));
  }
  const order = (one: Treatment) => Number(one.kind === "medicine");
  return {
    shown: shown.toSorted((one, other) => order(one) - order(other) || one.from - other.from),
    undated,
    beyond,
  };
}

export interface Listed {
  readonly kind: TreatmentKind;
  readonly entry: ListEntry | MedicineEntry;
}

/** What was not done, or not taken, was no treatment. */
const notDone = new Set([
  "not-done",
  "not done",
  "not-taken",
  "not taken",
  "entered-in-error",
  "entered in error",
]);

/** All medicines and procedures of the records of a case. */
export function listedTreatments(records: readonly ClinicalRecord[]): readonly Listed[] {
  const all = records.flatMap((record): readonly Listed[] => {
    if (record.kind === "procedures")
      return record.content.entries.map((entry) => ({ kind: "procedure", entry }));
    if (record.kind === "medicines")
      return record.content.entries.map((entry) => ({ kind: "medicine", entry }));
    return [];
  });
  return all.filter(
    ({ entry }) =>
      !notDone.has(entry.status?.toLowerCase() ?? "") &&
      !("takenAsWritten" in entry && entry.takenAsWritten === false),
  );
}

/** Undefined: neither a beginning nor an end. A procedure with one date was of that date; a medicine may have gone on. */
function whenOf({ kind, entry: { from, to } }: Listed): Covered | undefined {
  if (from === null && to === null) return undefined;
  const start = from === null ? Number.NEGATIVE_INFINITY : coveredBy(from).from;
  if (to !== null) return { from: start, to: Math.max(coveredBy(to).to, start) };
  if (from !== null && kind === "procedure") return coveredBy(from);
  return { from: start, to: Number.POSITIVE_INFINITY };
}

function within({ kind, entry }: Listed, when: Covered, axis: Covered): Treatment {
  return {
    id: entry.id,
    kind,
    entry,
    from: Math.max(when.from, axis.from),
    to: Math.min(when.to, axis.to),
    isOpenBefore: when.from < axis.from,
    isOpenAfter: when.to > axis.to,
  };
}

/** A day or less is a tick, not a bar. */
export const isTick = ({ from, to, isOpenBefore, isOpenAfter }: Treatment): boolean =>
  !isOpenBefore && !isOpenAfter && to - from <= secondsOfDay;
