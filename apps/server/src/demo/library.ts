import { type ClinicalRecord, recordDigest, recordPlainText, valueText } from "@consilium/clinical";
import {
  type Anchor,
  type Evidence,
  type EvidenceLink,
  makeRecordTextAnchor,
  type QuotableRecord,
} from "@consilium/workspace";
import { found } from "./cast.ts";
import { demoId } from "./demo-id.ts";
import type { PlannedRecord } from "./records.ts";
import { findWords } from "./words.ts";

/** The records of a case, to quote from. */
export interface Library {
  readonly quote: (record: string, words: string) => Anchor;
  readonly link: (link: EvidenceLink) => Evidence;
  /** What a link is called where the content gives no words: the place's name, the value, the quote. */
  readonly label: (record: string, place: string) => string;
}

export async function openLibrary(records: readonly PlannedRecord[]): Promise<Library> {
  const books = new Map<string, QuotableRecord>();
  for (const { names, record } of records) {
    const book = { id: record.id, sha256: await recordDigest(record), text: recordPlainText(record) };
    for (const name of names) books.set(name, book);
  }
  const quote = (record: string, words: string): Anchor => {
    const book = found(books.get(record), record);
    const { start, end } = findWords(book.text, words);
    const anchor = makeRecordTextAnchor(book, start, end);
    if (!anchor.ok) throw new Error(`"${words}" of ${record}: ${anchor.reason}`);
    return anchor.value;
  };
  const place = (name: string, id: string): Anchor => {
    const record = found(books.get(name), name).id;
    if (!id.includes("@")) return { kind: "record-place", record, place: id };
    return { kind: "observation", record, observation: demoId("point", `${name}/${id}`) };
  };
  return {
    quote,
    link: ({ record, place: target, label }) => ({
      anchor: target.startsWith("place:") ? place(record, target.slice(6)) : quote(record, target),
      label,
    }),
    label: (name, target) => {
      const record = found(records.find(({ names }) => names.includes(name))?.record, name);
      return target.startsWith("place:") ? placeLabel(record, name, target.slice(6)) : target;
    },
  };
}

function placeLabel(record: ClinicalRecord, name: string, place: string): string {
  if (record.kind === "imaging-report" || record.kind === "pathology")
    return found(record.content.places.find(({ id }) => id === place)?.label, place);
  if (record.kind !== "laboratory") throw new Error(`${name} has no places`);
  const id = demoId("point", `${name}/${place}`);
  for (const series of record.content.series) {
    const point = series.points.find((candidate) => candidate.id === id);
    if (point) return `${series.title} ${valueText(point.value)}`;
  }
  throw new Error(`There is no ${place} in ${name}`);
}
