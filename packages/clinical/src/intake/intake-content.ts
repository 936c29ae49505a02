import { isIntakeValue, readIntakeKey } from "./intake-key.ts";
import {
  type EntryField,
  type IntakeList,
  isIntakeList,
  type NoneAnswer,
  noneAnswers,
  type PregnancyAnswer,
  pregnancyAnswers,
  type RecordAnswer,
  recordAnswers,
  type StillAnswer,
  stillAnswers,
} from "./intake-lists.ts";

/** One thing of a list. */
export interface IntakeEntry {
  readonly id: string;
  readonly fields: Partial<Record<EntryField, string>>;
  /** The entry of a record that it was filled in from, `<record>/<entry>`. */
  readonly record: string | null;
  /** Whether that is still so. */
  readonly still: StillAnswer | null;
}

/** What was answered in steps, apart from the running texts. */
export interface IntakeAnswers {
  readonly entries: Readonly<Record<IntakeList, readonly IntakeEntry[]>>;
  /** By list or text. */
  readonly none: ReadonlyMap<string, NoneAnswer>;
  /** By item of the inventory. */
  readonly records: ReadonlyMap<string, RecordAnswer>;
  readonly pregnancy: PregnancyAnswer | null;
  /** Steps that a file filled in, and nobody has said yet whether it is so. */
  readonly prefilled: ReadonlySet<string>;
}

/** Of a document's map `intake`. What is not understood, also a newer app's, is left out. */
export function readIntakeAnswers(values: Iterable<readonly [string, unknown]>): IntakeAnswers {
  const entries = emptyLists();
  const none = new Map<string, NoneAnswer>();
  const records = new Map<string, RecordAnswer>();
  const prefilled = new Set<string>();
  let pregnancy: PregnancyAnswer | null = null;
  for (const [key, value] of values) {
    const read = readIntakeKey(key);
    if (!read || value === null || !isIntakeValue(key, value)) continue;
    if (read.of === "entry") entries[read.list].push(entryOf(read.id, Object(value)));
    if (read.of === "none") none.set(read.question, chosen(noneAnswers, value) ?? "unknown");
    if (read.of === "record") records.set(read.item, chosen(recordAnswers, value) ?? "unavailable");
    if (read.of === "prefilled") prefilled.add(read.step);
    if (read.of === "pregnancy") pregnancy = chosen(pregnancyAnswers, value) ?? null;
  }
  for (const list of Object.keys(entries))
    if (isIntakeList(list)) entries[list].sort((one, other) => (one.id < other.id ? -1 : 1));
  return { entries, none, records, pregnancy, prefilled };
}

const emptyLists = (): Record<IntakeList, IntakeEntry[]> => ({
  events: [],
  treatments: [],
  problems: [],
  procedures: [],
  medicines: [],
  supplements: [],
  allergies: [],
  family: [],
  implants: [],
});

const chosen = <Choice extends string>(choices: readonly Choice[], value: unknown): Choice | undefined =>
  choices.find((choice) => choice === value);

function entryOf(id: string, { record, still, ...fields }: Record<string, unknown>): IntakeEntry {
  const held = Object.entries(fields).filter(([, value]) => typeof value === "string");
  return {
    id,
    fields: Object.fromEntries(held),
    record: typeof record === "string" ? record : null,
    still: chosen(stillAnswers, still) ?? null,
  };
}

/** An entry that says something; one that was begun and left says nothing. */
export const isSaid = ({ fields, still }: IntakeEntry): boolean =>
  (fields.name ?? "").trim() !== "" || still !== null;
