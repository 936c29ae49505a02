import type { DataSet } from "./data-set.ts";

/** A table that grey values are looked up in (PS3.3, C.11.1.1 and C.11.2.1.1). */
export interface ValueTable {
  /** The value of the first entry. */
  readonly first: number;
  /** From 0 on. */
  readonly entries: ArrayLike<number>;
}

/** The same, as a file has it. */
export interface LookupTable extends ValueTable {
  /** What an entry can be at most: 255 to 65,535. */
  readonly most: number;
}

/** What an entry of so many bits can be at most; null: no table has such entries. Some fill more bits than they say. */
export function mostOfEntries(entries: ArrayLike<number>, bits: number): number | null {
  if (bits < 8 || bits > 16) return null;
  return Array.prototype.some.call(entries, (entry: number) => entry >> bits > 0) ? 0xffff : 2 ** bits - 1;
}

const tags = { descriptor: 0x00283002, data: 0x00283006 } as const;
const mostEntries = 0x10000;

/** Bytes or words, whichever there are enough of: some writers give a word to an entry of eight bits. */
function entriesOf(item: DataSet, count: number, bits: number): Uint16Array | null {
  const bytes = item.bytes(tags.data);
  const isWide = bytes.length >= 2 * count;
  if (!isWide && (bits !== 8 || bytes.length < count)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint16Array.from({ length: count }, (_, at) =>
    isWide ? view.getUint16(2 * at, item.littleEndian) : view.getUint8(at),
  );
}

/**
 * The first table of a sequence; null where there is none that can be used. `isSigned`: the values that are looked up may be
 * negative. The descriptor's own representation says it only where it is SS: many write US, and implicit files none.
 */
export function lookupIn(data: DataSet, sequence: number, isSigned: boolean): LookupTable | null {
  const item = data.item(sequence);
  const descriptor = item?.bytes(tags.descriptor);
  if (!item || !descriptor || descriptor.length < 6) return null;
  const view = new DataView(descriptor.buffer, descriptor.byteOffset, descriptor.byteLength);
  // A count is never negative, whatever the representation says.
  const count = view.getUint16(0, item.littleEndian) || mostEntries;
  const signed = isSigned || item.element(tags.descriptor)?.vr === "SS";
  const first = signed ? view.getInt16(2, item.littleEndian) : view.getUint16(2, item.littleEndian);
  const bits = view.getUint16(4, item.littleEndian);
  const entries = entriesOf(item, count, bits);
  const most = entries && mostOfEntries(entries, bits);
  return entries === null || most === null ? null : { first, entries, most };
}

/** Values below the first have the first entry, those above the last have the last. */
export const looksUp =
  ({ first, entries }: ValueTable) =>
  (value: number): number =>
    entries[Math.min(entries.length - 1, Math.max(0, Math.round(value) - first))] ?? 0;
