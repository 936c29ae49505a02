import {
  firstEntry,
  type LookupTable,
  looksUp,
  mostOfEntries,
  type ValueTable,
} from "@consilium/interchange/tables";
import { type DicomDataset, itemsAt, numberAt, numbersAt } from "./dicom-json.ts";
import { type ValueWindow, windowOfRange } from "./window-presets.ts";

const sequences = { modality: "00283000", voi: "00283010" } as const;

/** A series is asked for its table at every slice. By the item that holds it, and what its first value means. */
const known = {
  signed: new WeakMap<DicomDataset, LookupTable | undefined>(),
  unsigned: new WeakMap<DicomDataset, LookupTable | undefined>(),
};

/** Undefined: there is none, or its numbers do not fit. */
function tableIn(dataset: DicomDataset, sequence: string, signed: boolean): LookupTable | undefined {
  const [item] = itemsAt(dataset, sequence);
  if (!item) return undefined;
  const read = known[signed ? "signed" : "unsigned"];
  if (!read.has(item)) read.set(item, tableOf(item, signed));
  return read.get(item);
}

function tableOf(item: DicomDataset, signed: boolean): LookupTable | undefined {
  const [said, written, bits] = numbersAt(item, "00283002");
  if (said === undefined || written === undefined || bits === undefined) return undefined;
  const entries = entriesOf(numbersAt(item, "00283006"), said === 0 ? 0x10000 : said, bits);
  const most = entries && mostOfEntries(entries, bits);
  return entries && most ? { first: firstEntry(written, signed), entries, most } : undefined;
}

/** From words: some writers put two entries of eight bits into one. */
function entriesOf(words: readonly number[], count: number, bits: number): readonly number[] | undefined {
  if (words.length === count) return words;
  if (bits !== 8 || words.length !== Math.ceil(count / 2)) return undefined;
  return words.flatMap((word) => [word & 0xff, word >> 8]).slice(0, count);
}

/** By which stored values become those of the modality. Undefined: by slope and intercept. */
export const modalityTable = (dataset: DicomDataset): ValueTable | undefined =>
  tableIn(dataset, sequences.modality, isSigned(dataset));

const isSigned = (dataset: DicomDataset): boolean => numberAt(dataset, "00280103") === 1;

/** Values below the first have the first entry, those above the last have the last. */
export const lookedUp = (stored: ArrayLike<number>, table: ValueTable): Uint16Array =>
  Uint16Array.from(stored, looksUp(table));

/** By which a picture says that its values are to be seen (VOI LUT). Undefined: there is none, or its numbers do not fit. */
export function shownByTable(dataset: DicomDataset): LookupTable | undefined {
  // A modality's table gives no negative values (PS3.3, C.11.2.1.1).
  const mayBeNegative =
    !modalityTable(dataset) && (isSigned(dataset) || (numberAt(dataset, "00281052") ?? 0) < 0);
  return tableIn(dataset, sequences.voi, mayBeNegative);
}

/**
 * The values between which a table goes from dark to light, or from light to dark: what a hand begins with that sets a window. Where it
 * does neither, all that it has.
 */
export function windowOfTable({ first, entries }: ValueTable): ValueWindow {
  const [least, most] = rangeOf(entries);
  const all = Array.from(entries);
  const rising = [all.lastIndexOf(least), all.indexOf(most)] as const;
  const falling = [all.lastIndexOf(most), all.indexOf(least)] as const;
  const [from, to] = [rising, falling].find(([one, other]) => one < other) ?? [0, all.length - 1];
  return windowOfRange(first + from, first + to);
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
