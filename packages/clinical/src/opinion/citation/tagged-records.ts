import type { FieldLine, NotUnderstood } from "./reading.ts";

export interface TaggedRecord {
  readonly fields: readonly FieldLine[];
  readonly line: number;
  readonly isFinished: boolean;
}

export interface Tagging {
  /** Two groups: the field's name, its text. */
  readonly field: RegExp;
  /** A field that begins a record. */
  readonly first: string;
  /** A field that ends one; undefined: the next one's beginning does. */
  readonly last?: string;
}

/** The records of a text of lines with tags ("TI  - A title"); a line without one goes on with the field before. */
export function readTagged(
  text: string,
  { field, first, last }: Tagging,
): { readonly records: readonly TaggedRecord[]; readonly notUnderstood: readonly NotUnderstood[] } {
  const records: TaggedRecord[] = [];
  const notUnderstood: NotUnderstood[] = [];
  let open: { fields: FieldLine[]; line: number } | undefined;
  const close = (isFinished: boolean) => {
    if (open) records.push({ ...open, isFinished });
    open = undefined;
  };
  for (const [at, words] of text.split("\n").entries()) {
    const line = at + 1;
    const [, name, value = ""] = field.exec(words) ?? [];
    if (name === first) {
      close(last === undefined);
      open = { fields: [{ name, text: value, line }], line };
    } else if (name !== undefined && name === last) close(true);
    else if (words.trim() === "") continue;
    else if (!open) notUnderstood.push({ line, text: words.trim(), fault: "unknown" });
    else if (name === undefined) goOn(open.fields, words);
    else open.fields.push({ name, text: value, line });
  }
  close(last === undefined);
  return { records, notUnderstood };
}

function goOn(fields: FieldLine[], words: string): void {
  const before = fields.pop();
  if (before) fields.push({ ...before, text: `${before.text} ${words.trim()}` });
}
