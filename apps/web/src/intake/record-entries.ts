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

/** Problems, procedures, medicines and allergies of the records, each once by its name, those that are over left out. */
export function recordEntriesOf(records: readonly CaseRecord[]): RecordEntries {
  const found: Record<"problems" | "procedures" | "medicines" | "allergies", RecordEntry[]> = {
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
      for (const entry of record.content.entries) add(found[record.kind], record.id, entry);
  return found;
}

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly status: string | null;
  readonly dose?: string | null;
  readonly reactions?: readonly { readonly text: string }[];
}

function add(entries: RecordEntry[], recordId: string, entry: Listed): void {
  const { id, title, from, to, status, dose = null, reactions = [] } = entry;
  const isOver = to !== null || /resolved|inactive|remission|stopped|entered.in.error/i.test(status ?? "");
  const isKnown = entries.some((known) => known.title.toLowerCase() === title.toLowerCase());
  if (title.trim() === "" || isOver || isKnown || entries.length === most) return;
  const reaction = reactions.map(({ text }) => text).join(", ");
  entries.push({
    source: `${recordId}/${id}`.slice(0, 200),
    title: title.slice(0, 1000),
    dose: dose?.slice(0, 1000) ?? null,
    from: from?.slice(0, 10) ?? null,
    reaction: reaction === "" ? null : reaction.slice(0, 1000),
  });
}
