import { recordPlainText } from "@consilium/clinical";
import { type CaseRecord, filedContent } from "./record-query.ts";

const texts = new WeakMap<CaseRecord, string>();

/** The records in whose title, source or text all words of the search stand, in any case. */
export function foundIn(records: readonly CaseRecord[], sought: string): readonly CaseRecord[] {
  const words = sought
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (words.length === 0) return records;
  return records.filter((record) => {
    const text = textOf(record);
    return words.every((word) => text.includes(word));
  });
}

function textOf(record: CaseRecord): string {
  const known = texts.get(record);
  if (known !== undefined) return known;
  const text = [record.title, record.source, record.author ?? "", recordPlainText(filedContent(record))]
    .join("\n")
    .toLocaleLowerCase();
  texts.set(record, text);
  return text;
}
