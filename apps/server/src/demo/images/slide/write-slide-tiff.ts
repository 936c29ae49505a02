import { deflateSync } from "node:zlib";
import type { PaintBand } from "./paint-tissue.ts";

export interface SlideTiff {
  readonly width: number;
  /** Both a multiple of twice the rows of a strip. */
  readonly height: number;
  /** Micrometres a pixel. */
  readonly micrometres: number;
  readonly description: string;
}

/** Rows of a strip of the whole picture; a strip of the half has half as many. */
const strip = 64;
const types = { ascii: 2, short: 3, long: 4, rational: 5 } as const;

type Field = readonly [tag: number, type: number, values: readonly number[] | Buffer];

/** A TIFF as scanners write it: the picture, then the same at half its size, both in packed strips. */
export function writeSlideTiff(slide: SlideTiff, paint: PaintBand): Buffer {
  const { width, height } = slide;
  const [whole, half]: [Buffer[], Buffer[]] = [[], []];
  for (let top = 0; top < height; top += strip) {
    const band = paint(top, strip);
    half.push(packed(halved(band, width, strip), width / 2));
    whole.push(packed(band, width));
  }
  const pages = [
    { strips: whole, fields: fieldsOf(slide, width, height, strip, 0) },
    { strips: half, fields: fieldsOf(slide, width / 2, height / 2, strip / 2, 1) },
  ];
  return laidOut(pages);
}

/** Each value less the one before it in its row, which packs better (TIFF 6.0, section 14). */
function packed(rows: Uint8Array, width: number): Buffer {
  const line = width * 3;
  const differences = Buffer.alloc(rows.length);
  for (let at = 0; at < rows.length; at += 1)
    differences[at] = (rows[at] ?? 0) - (at % line < 3 ? 0 : (rows[at - 3] ?? 0));
  return deflateSync(differences, { level: 1 });
}

function halved(rows: Uint8Array, width: number, count: number): Uint8Array {
  const [across, down] = [width / 2, count / 2];
  const small = new Uint8Array(across * down * 3);
  for (let row = 0; row < down; row += 1) {
    for (let x = 0; x < across; x += 1) {
      const from = (2 * row * width + 2 * x) * 3;
      for (let part = 0; part < 3; part += 1) {
        const at = from + part;
        const sum =
          (rows[at] ?? 0) +
          (rows[at + 3] ?? 0) +
          (rows[at + width * 3] ?? 0) +
          (rows[at + width * 3 + 3] ?? 0);
        small[(row * across + x) * 3 + part] = sum >> 2;
      }
    }
  }
  return small;
}

function fieldsOf(
  { micrometres, description }: SlideTiff,
  width: number,
  height: number,
  rows: number,
  level: 0 | 1,
): readonly Field[] {
  const perCentimetre = Math.round(10_000_000 / (micrometres * 2 ** level));
  return [
    [254, types.long, [level]],
    [256, types.long, [width]],
    [257, types.long, [height]],
    [258, types.short, [8, 8, 8]],
    [259, types.short, [8]],
    [262, types.short, [2]],
    [270, types.ascii, Buffer.from(`${description}\0`, "latin1")],
    [277, types.short, [3]],
    [278, types.long, [rows]],
    [282, types.rational, [perCentimetre, 1000]],
    [283, types.rational, [perCentimetre, 1000]],
    [296, types.short, [3]],
    [317, types.short, [2]],
  ];
}

interface Page {
  readonly strips: readonly Buffer[];
  readonly fields: readonly Field[];
}

/** The header, then each page: its strips, the values that its directory points to, its directory. */
function laidOut(pages: readonly Page[]): Buffer {
  const parts: Buffer[] = [Buffer.from("II*\0\0\0\0\0", "latin1")];
  let end = 8;
  let link = { buffer: parts[0] ?? Buffer.alloc(0), at: 4 };
  const add = (part: Buffer): number => {
    const at = end;
    parts.push(part);
    end += part.length;
    if (end % 2 === 1) {
      parts.push(Buffer.alloc(1));
      end += 1;
    }
    return at;
  };
  for (const { strips, fields } of pages) {
    const offsets = strips.map(add);
    const all: readonly Field[] = [
      ...fields,
      [273, types.long, offsets],
      [279, types.long, strips.map(({ length }) => length)],
    ];
    const directory = Buffer.alloc(2 + all.length * 12 + 4);
    directory.writeUInt16LE(all.length, 0);
    for (const [place, field] of all.toSorted(([one], [other]) => one - other).entries())
      writeField(directory, 2 + place * 12, field, add);
    link.buffer.writeUInt32LE(add(directory), link.at);
    link = { buffer: directory, at: directory.length - 4 };
  }
  return Buffer.concat(parts);
}

function writeField(
  directory: Buffer,
  at: number,
  [tag, type, values]: Field,
  add: (part: Buffer) => number,
): void {
  const bytes = Buffer.isBuffer(values) ? values : bytesOf(type, values);
  const size = type === types.ascii ? 1 : type === types.short ? 2 : type === types.long ? 4 : 8;
  directory.writeUInt16LE(tag, at);
  directory.writeUInt16LE(type, at + 2);
  directory.writeUInt32LE(bytes.length / size, at + 4);
  if (bytes.length <= 4) bytes.copy(directory, at + 8);
  else directory.writeUInt32LE(add(bytes), at + 8);
}

function bytesOf(type: number, values: readonly number[]): Buffer {
  const size = type === types.short ? 2 : 4;
  const bytes = Buffer.alloc(values.length * size);
  for (const [place, value] of values.entries())
    if (size === 2) bytes.writeUInt16LE(value, place * 2);
    else bytes.writeUInt32LE(value, place * 4);
  return bytes;
}
