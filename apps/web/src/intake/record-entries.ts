import type { IntakeList } from "@consilium/clinical";
import type { CaseRecord } from "../record/record-query.ts";

/** One entry of a list in the records, and what it would fill in. */
export interface RecordEntry {
  /** `<record>/<entry>`. */
  readonly source: string;
  readonly title: string;
  readonly dose: string | null;
  readonly from: string | null;
  readonly reaction: string | null;
}

export type RecordEntries = Partial<Record<IntakeList, readonly RecordEntry[]>>;

/** As many are asked about; a long history of forty years of encounters is nobody's to confirm. */
const most = 40;

type AskedList = Extract<IntakeList, CaseRecord["kind"]>;

/**
 * Problems, procedures, medicines and allergies of the records, each once by its name. Left out is what is over, and what the records
 * deny (not done, not taken, ruled out). Of the other lists that an intake asks for no record has entries: devices and the family's
 * illnesses are read as notes.
 */
export function recordEntriesOf(records: readonly CaseRecord[]): RecordEntries {
  const found: Record<AskedList, RecordEntry[]> = {
    problems: [],
    procedures: [],
    medicines: [],
    allergies: [],
  };
  for (const record of records)
    if (
      record.kind === "problems" ||
      record.kind === "procedures" ||
      record.kind === "medicines" ||
      record.kind === "allergies"
    )
      for (const entry of record.content.entries) add(found, record, entry);
  return found;
}

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly status: string | null;
  readonly dose?: string | null;
  readonly certainty?: string | null;
  readonly reactions?: readonly { readonly text: string }[];
}

interface Holder {
  readonly id: string;
  readonly kind: AskedList;
}

function add(found: Record<AskedList, RecordEntry[]>, { id: recordId, kind }: Holder, entry: Listed): void {
  const { id, title, from, to, dose = null, reactions = [] } = entry;
  const entries = found[kind];
  const isKnown = entries.some((known) => known.title.toLowerCase() === title.toLowerCase());
  if (title.trim() === "" || isOver(kind, entry) || isDenied(entry) || isKnown || entries.length === most)
    return;
  const reaction = reactions.map(({ text }) => text).join(", ");
  entries.push({
    source: `${recordId}/${id}`.slice(0, 200),
    title: title.slice(0, 1000),
    dose: dose?.slice(0, 1000) ?? null,
    // Of what was done the end is as good a day, where the beginning is not known.
    from: (from ?? (kind === "procedures" ? to : null))?.slice(0, 10) ?? null,
    reaction: reaction === "" ? null : reaction.slice(0, 1000),
  });
}

/** An end closes a problem and a medicine; what was done took its time, and an allergy that began within some months is one still. */
const isOver = (kind: AskedList, { to, status }: Listed): boolean =>
  (to !== null && (kind === "problems" || kind === "medicines")) ||
  /resolved|inactive|remission|stopped|entered.in.error/i.test(status ?? "");

const isDenied = ({ status, certainty }: Listed): boolean =>
  /not.(?:done|taken)/i.test(status ?? "") || certainty === "refuted";
