import type { Decode } from "./character-set.ts";
import type { Encoding } from "./transfer-syntax.ts";

/** Bytes of a file: where they begin, and how many. */
export type ByteRange = readonly [offset: number, length: number];

export interface DataElement {
  readonly tag: number;
  /** Two letters; "UN" where nobody knows. */
  readonly vr: string;
  /** Of the value. Never beyond the end of the file. */
  readonly range: ByteRange;
  /** Of a sequence. */
  readonly items: readonly DataSet[];
  /** Of encapsulated pixels: the offset table, then the compressed pieces. */
  readonly fragments: readonly ByteRange[] | null;
}

interface Written {
  readonly file: Uint8Array;
  readonly encoding: Encoding;
}

const decimalForm = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

const numberIn = (text: string): number => (decimalForm.test(text) ? Number(text) : Number.NaN);

const binaryReaders: Readonly<
  Record<string, readonly [bytes: number, read: (view: DataView, at: number, little: boolean) => number]>
> = {
  US: [2, (view, at, little) => view.getUint16(at, little)],
  SS: [2, (view, at, little) => view.getInt16(at, little)],
  OW: [2, (view, at, little) => view.getUint16(at, little)],
  UL: [4, (view, at, little) => view.getUint32(at, little)],
  SL: [4, (view, at, little) => view.getInt32(at, little)],
  FL: [4, (view, at, little) => view.getFloat32(at, little)],
  FD: [8, (view, at, little) => view.getFloat64(at, little)],
  SV: [8, (view, at, little) => Number(view.getBigInt64(at, little))],
  UV: [8, (view, at, little) => Number(view.getBigUint64(at, little))],
  OV: [8, (view, at, little) => Number(view.getBigUint64(at, little))],
};

/** Bytes of a value that are read as words or numbers. No real one is longer, and a false one must not fill the memory. */
const mostRead = 4 * 1024 * 1024;

/** The elements of a file or of a sequence's item, and their values. A tag that is not there has no value. */
export class DataSet {
  private readonly written: Written;
  private readonly byTag = new Map<number, DataElement>();
  decode: Decode;

  constructor(written: Written, decode: Decode) {
    this.written = written;
    this.decode = decode;
  }

  /** False where the tag is there already: the first one stays. */
  add(element: DataElement): boolean {
    if (this.byTag.has(element.tag)) return false;
    this.byTag.set(element.tag, element);
    return true;
  }

  elements(): readonly DataElement[] {
    return [...this.byTag.values()].toSorted((left, right) => left.tag - right.tag);
  }

  element(tag: number): DataElement | null {
    return this.byTag.get(tag) ?? null;
  }

  has(tag: number): boolean {
    return this.byTag.has(tag);
  }

  get littleEndian(): boolean {
    return this.written.encoding.littleEndian;
  }

  bytes(tag: number): Uint8Array {
    const [offset, length] = this.byTag.get(tag)?.range ?? [0, 0];
    return this.written.file.subarray(offset, offset + length);
  }

  items(tag: number): readonly DataSet[] {
    return this.byTag.get(tag)?.items ?? [];
  }

  item(tag: number): DataSet | null {
    return this.items(tag)[0] ?? null;
  }

  /** The whole text without what pads it; "" where there is none. */
  text(tag: number): string {
    return this.decode(this.bytes(tag).subarray(0, mostRead)).replace(/[\0 ]+$/, "");
  }

  texts(tag: number): readonly string[] {
    const text = this.text(tag);
    return text === "" ? [] : text.split("\\").map((value) => value.replaceAll("\0", "").trim());
  }

  /** The first value. */
  value(tag: number): string | null {
    return this.texts(tag)[0] || null;
  }

  /** Of any representation, decimal text or binary; NaN for a value that is none. */
  numbers(tag: number): readonly number[] {
    const binary = binaryReaders[this.byTag.get(tag)?.vr ?? ""];
    if (binary === undefined) return this.texts(tag).map(numberIn);
    const bytes = this.bytes(tag).subarray(0, mostRead);
    const [size, read] = binary;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Array.from({ length: Math.floor(bytes.length / size) }, (_, index) =>
      read(view, index * size, this.littleEndian),
    );
  }

  number(tag: number): number | null {
    const [number = Number.NaN] = this.numbers(tag);
    return Number.isFinite(number) ? number : null;
  }

  /** From 0 on. */
  whole(tag: number): number | null {
    const number = this.number(tag);
    return number !== null && Number.isSafeInteger(number) && number >= 0 ? number : null;
  }
}
