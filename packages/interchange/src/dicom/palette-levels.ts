import { expandPalette } from "./segmented-palette.ts";

/** One colour's table as it is written, words little endian. */
export interface WrittenTable {
  /** The descriptor's first number: 0 means 65,536. */
  readonly entries: number;
  /** The descriptor's third number. */
  readonly bits: number;
  readonly bytes: Uint8Array;
  /** As segments (PS3.3, C.7.9.2). */
  readonly isSegmented: boolean;
}

function numbersOf({ bits, bytes, isSegmented }: WrittenTable, entries: number): readonly number[] | null {
  if (isSegmented) return expandPalette(bytes, bits === 8 ? 1 : 2, entries);
  if (bytes.length < entries) return null;
  const isWide = bytes.length >= 2 * entries;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: entries }, (_, entry) =>
    isWide ? view.getUint16(2 * entry, true) : view.getUint8(entry),
  );
}

/** The level of each entry, 0 to 255 (PS3.3, C.7.6.3.1.5 and 6). Null where the table is damaged or there is none. */
export function paletteLevels(table: WrittenTable): Uint8Array | null {
  if (table.bits !== 8 && table.bits !== 16) return null;
  const numbers = numbersOf(table, table.entries === 0 ? 0x10000 : table.entries);
  if (numbers === null) return null;
  // Some writers say 16 bits and fill eight.
  const isFull = table.bits === 16 && numbers.some((value) => value > 255);
  return Uint8Array.from(numbers, (value) => (isFull ? value >> 8 : value & 0xff));
}

/** The stored value that the first entry is for. Descriptors are unsigned where the pixels need not be. */
export const firstEntry = (lowest: number, signed: boolean): number =>
  signed && lowest > 0x7fff ? lowest - 0x10000 : lowest;
