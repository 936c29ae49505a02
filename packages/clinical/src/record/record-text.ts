import type { LaboratoryPoint, LaboratorySeries, LaboratoryValue } from "./laboratory.ts";
import type { AllergyEntry, ListEntry, MedicineEntry, ProblemEntry } from "./list-entries.ts";
import { isListRecord } from "./record-kinds.ts";
import type { ClinicalRecord } from "./record.ts";
import type { TextBlock } from "./text-block.ts";

/**
 * A stretch of a record's plain text and what it shows: `block.3`, `block.3.item.0`, `block.4.row.1.cell.2`
 * (`head` for the header row), `entry.ID.title`, `entry.ID.detail`, `series.ID`, `point.ID`. From and to in UTF-16
 * units.
 */
export interface TextPiece {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

export interface RecordText {
  readonly text: string;
  readonly pieces: readonly TextPiece[];
}

type Written = readonly (string | readonly [key: string, text: string])[];

function lay(parts: Written): RecordText {
  let text = "";
  const pieces: TextPiece[] = [];
  for (const part of parts) {
    if (typeof part === "string") {
      text += part;
      continue;
    }
    const [key, words] = part;
    pieces.push({ key, from: text.length, to: text.length + words.length });
    text += words;
  }
  return { text, pieces };
}

const joined = (groups: readonly Written[], separator: string): Written =>
  groups.flatMap((group, index) => (index === 0 ? group : [separator, ...group]));

function blockParts(block: TextBlock, key: string): Written {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return [[key, block.text]];
    case "list":
      return joined(
        block.items.map((item, index) => [[`${key}.item.${index}`, item]]),
        "\n",
      );
    case "table": {
      const cells = (row: readonly string[], name: string): Written =>
        joined(
          row.map((cell, index) => [[`${key}.${name}.cell.${index}`, cell]]),
          "\t",
        );
      const head = block.head.length === 0 ? [] : [cells(block.head, "head")];
      return joined([...head, ...block.rows.map((row, index) => cells(row, `row.${index}`))], "\n");
    }
  }
}

const blocksParts = (blocks: readonly TextBlock[]): Written =>
  joined(
    blocks.map((block, index) => blockParts(block, `block.${index}`)),
    "\n\n",
  );

/** The value alone, as it is read: "<5", "60.0", "positive". The unit belongs to the series. */
export function valueText(value: LaboratoryValue): string {
  switch (value.kind) {
    case "quantity":
      return `${value.comparator ?? ""}${value.value.text}`;
    case "text":
      return value.text;
    case "coded":
      return value.concept.text;
    case "absent":
      return value.reason;
  }
}

function pointParts(point: LaboratoryPoint, unit: string): Written {
  const measured = point.value.kind === "quantity" && unit !== "" ? ` ${unit}` : "";
  const flag =
    point.interpretation === null ? "" : ` ${point.interpretation.code || point.interpretation.text}`;
  const note = point.note === null ? "" : ` ${point.note}`;
  return [
    `${point.date ?? ""}\t`,
    [`point.${point.id}`, `${valueText(point.value)}${measured}${flag}${note}`],
  ];
}

const seriesParts = (series: LaboratorySeries): Written =>
  joined(
    [
      [[`series.${series.id}`, series.title]],
      ...series.points.map((point) => pointParts(point, series.unit?.text ?? "")),
    ],
    "\n",
  );

/** What a list shows of an entry under its title, in the order it is read. */
export function entryDetails(
  entry: AllergyEntry | ListEntry | MedicineEntry | ProblemEntry,
): readonly string[] {
  const details: (string | null)[] = [];
  if ("dose" in entry) details.push(entry.dose, entry.reason, entry.stoppedBecause);
  if ("detail" in entry) details.push(entry.detail);
  if ("reactions" in entry) {
    details.push(
      ...entry.reactions.map(({ text, severity }) => (severity === null ? text : `${text} (${severity})`)),
    );
  }
  details.push(entry.note);
  return details.filter((detail): detail is string => detail !== null && detail !== "");
}

const entryParts = (entry: AllergyEntry | ListEntry | MedicineEntry | ProblemEntry): Written => {
  const details = entryDetails(entry).join("\n");
  const title = [`entry.${entry.id}.title`, entry.title] as const;
  return details === "" ? [title] : [title, "\n", [`entry.${entry.id}.detail`, details]];
};

/**
 * The one text a phrase anchor refers to, with what each stretch of it shows. Server and clients call this
 * function; a screen that shows the pieces in another order still finds its offsets by their keys. Status, codes
 * and dates of list entries are not part of it: they have no prose to quote.
 */
export function layRecordText(record: ClinicalRecord): RecordText {
  if (isListRecord(record)) return lay(joined(record.content.entries.map(entryParts), "\n\n"));
  switch (record.kind) {
    case "note":
    case "pathology":
    case "imaging-report":
      return lay(blocksParts(record.content.blocks));
    case "laboratory":
      return lay(joined(record.content.series.map(seriesParts), "\n\n"));
    // Their places are pages and pictures.
    case "document":
    case "pictures":
    case "slide":
    case "imaging-study":
      return lay([]);
  }
}

export const recordPlainText = (record: ClinicalRecord): string => layRecordText(record).text;
