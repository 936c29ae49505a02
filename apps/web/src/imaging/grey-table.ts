import { firstEntry, looksUp, type ValueTable } from "@consilium/interchange/tables";
import { type DicomDataset, itemsAt, numberAt, numbersAt } from "./dicom-json.ts";
import { type ValueWindow, windowOfRange } from "./window-presets.ts";

const sequences = { modality: "00283000", voi: "00283010" } as const;

/** Undefined: there is none, or its numbers do not fit. */
function tableIn(dataset: DicomDataset, sequence: string, isSigned: boolean): ValueTable | undefined {
  const [item] = itemsAt(dataset, sequence);
  if (!item) return undefined;
  const [said, written] = numbersAt(item, "00283002");
  const entries = numbersAt(item, "00283006");
  const count = said === 0 ? 0x10000 : said;
  if (written === undefined || count !== entries.length) return undefined;
  return { first: firstEntry(written, isSigned), entries };
}

/** By which stored values become those of the modality. Undefined: by slope and intercept. */
export const modalityTable = (dataset: DicomDataset): ValueTable | undefined =>
  tableIn(dataset, sequences.modality, isSigned(dataset));

const isSigned = (dataset: DicomDataset): boolean => numberAt(dataset, "00280103") === 1;

/** Values below the first have the first entry, those above the last have the last. */
export const lookedUp = (stored: ArrayLike<number>, table: ValueTable): Uint16Array =>
  Uint16Array.from(stored, looksUp(table));

/**
 * The values between which a picture's own table (VOI LUT) goes from dark to light. The viewer draws straight lines: the table's
 * bend is not seen, its reach is. Undefined: there is none, it makes low values light, or its numbers do not fit.
 */
export function windowOfTable(dataset: DicomDataset): ValueWindow | undefined {
  // A modality's table gives no negative values (PS3.3, C.11.2.1.1).
  const mayBeNegative =
    !modalityTable(dataset) && (isSigned(dataset) || (numberAt(dataset, "00281052") ?? 0) < 0);
  const table = tableIn(dataset, sequences.voi, mayBeNegative);
  if (!table) return undefined;
  const [least, most] = rangeOf(table.entries);
  const entries = Array.from(table.entries);
  const [from, to] = [entries.lastIndexOf(least), entries.indexOf(most)];
  return from < to ? windowOfRange(table.first + from, table.first + to) : undefined;
}

/** The least and the greatest of some values. */
export function rangeOf(values: ArrayLike<number>): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
