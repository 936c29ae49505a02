import type { Source } from "../source.ts";

/** What one directory of a TIFF says of its picture, as it says it. */
export interface TiffPage {
  readonly width: number;
  readonly height: number;
  /** Pixels a centimetre, across and down. Null: not said, or without a unit. */
  readonly resolution: readonly [across: number, down: number] | null;
  /** What the program that wrote it says; at most `longestDescription` bytes of it. */
  readonly description: string;
  /** A smaller form of the page before it (TIFF 6.0, NewSubfileType, bit 0). */
  readonly isReduced: boolean;
  /** TIFF's number for how its pixels are packed; 1 is not at all. */
  readonly compression: number;
  /** Written by a scanner of Hamamatsu, which uses a TIFF's directories for what no TIFF holds. */
  readonly isNdpi: boolean;
}

export const longestDescription = 16_384;
/** Directories that are looked at, and fields of one of them. */
const most = { pages: 64, fields: 256 } as const;

const tags = {
  subfile: 254,
  width: 256,
  height: 257,
  compression: 259,
  description: 270,
  x: 282,
  y: 283,
  unit: 296,
  ndpi: 65420,
} as const;
const types = { ascii: 2, short: 3, long: 4, rational: 5, long8: 16 } as const;
const perCentimetre: Readonly<Record<number, number>> = { 2: 1 / 2.54, 3: 1 };

interface Field {
  readonly type: number;
  readonly count: number;
  /** Of its value. */
  readonly at: number;
}

interface Form {
  readonly isLittle: boolean;
  readonly isBig: boolean;
}

/**
 * The pages of a TIFF or BigTIFF, read by its directories alone, without a pixel. Null: it is built in another way. A
 * directory that leads nowhere ends the list.
 */
export async function tiffPages(source: Source): Promise<readonly TiffPage[] | null> {
  const head = source.bytes < 16 ? null : bufferOf(await source.read(0, 16));
  const form = head && formOf(head);
  if (!head || !form) return null;
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  let at = form.isBig ? long8(head, 8, form) : long(head, 4, form);
  while (at > 0 && !seen.has(at) && pages.length < most.pages) {
    seen.add(at);
    const directory = await readDirectory(source, at, form);
    if (!directory) break;
    const page = await pageOf(source, directory.fields, form);
    if (page) pages.push(page);
    at = directory.next;
  }
  return pages;
}

function formOf(head: Buffer): Form | null {
  const order = head.toString("latin1", 0, 2);
  if (order !== "II" && order !== "MM") return null;
  const isLittle = order === "II";
  const version = short(head, 2, { isLittle });
  return version === 42 || version === 43 ? { isLittle, isBig: version === 43 } : null;
}

async function readDirectory(source: Source, at: number, form: Form) {
  const sizes = form.isBig ? { count: 8, field: 20, next: 8 } : { count: 2, field: 12, next: 4 };
  const counted = await readAt(source, at, sizes.count);
  if (!counted) return undefined;
  const count = form.isBig ? long8(counted, 0, form) : short(counted, 0, form);
  if (count === 0 || count > most.fields) return undefined;
  const start = at + sizes.count;
  const bytes = await readAt(source, start, count * sizes.field + sizes.next);
  if (!bytes) return undefined;
  const fields = new Map<number, Field>();
  for (let place = 0; place < count; place += 1) {
    const from = place * sizes.field;
    fields.set(short(bytes, from, form), fieldOf(bytes, from, start, form));
  }
  const end = count * sizes.field;
  return { fields, next: form.isBig ? long8(bytes, end, form) : long(bytes, end, form) };
}

function fieldOf(bytes: Buffer, from: number, start: number, form: Form): Field {
  const type = short(bytes, from + 2, form);
  const count = form.isBig ? long8(bytes, from + 4, form) : long(bytes, from + 4, form);
  const value = form.isBig ? 12 : 8;
  const isInside = count * (sizeOf[type] ?? 1) <= (form.isBig ? 8 : 4);
  const elsewhere = form.isBig ? long8(bytes, from + value, form) : long(bytes, from + value, form);
  return { type, count, at: isInside ? start + from + value : elsewhere };
}

const sizeOf: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 16: 8 };

async function pageOf(
  source: Source,
  fields: ReadonlyMap<number, Field>,
  form: Form,
): Promise<TiffPage | undefined> {
  const number = (tag: number) => numberAt(source, fields.get(tag), form);
  const [width, height] = [await number(tags.width), await number(tags.height)];
  if (!width || !height) return undefined;
  const scale = perCentimetre[(await number(tags.unit)) ?? 2];
  const [x, y] = [await number(tags.x), await number(tags.y)];
  return {
    width,
    height,
    resolution: scale && x && y ? [x * scale, y * scale] : null,
    description: await textAt(source, fields.get(tags.description)),
    isReduced: (((await number(tags.subfile)) ?? 0) & 1) === 1,
    compression: (await number(tags.compression)) ?? 1,
    isNdpi: fields.has(tags.ndpi),
  };
}

async function numberAt(source: Source, field: Field | undefined, form: Form): Promise<number | undefined> {
  const bytes =
    field && field.count > 0 ? await readAt(source, field.at, sizeOf[field.type] ?? 0) : undefined;
  if (!bytes || !field) return undefined;
  if (field.type === types.short) return short(bytes, 0, form);
  if (field.type === types.long) return long(bytes, 0, form);
  if (field.type === types.long8) return long8(bytes, 0, form);
  if (field.type !== types.rational) return undefined;
  const below = long(bytes, 4, form);
  return below === 0 ? undefined : long(bytes, 0, form) / below;
}

async function textAt(source: Source, field: Field | undefined): Promise<string> {
  if (field?.type !== types.ascii) return "";
  const bytes = await readAt(source, field.at, Math.min(field.count, longestDescription));
  return bytes?.toString("latin1").replace(/\0.*$/s, "") ?? "";
}

async function readAt(source: Source, at: number, length: number): Promise<Buffer | undefined> {
  if (length === 0 || at + length > source.bytes) return undefined;
  return bufferOf(await source.read(at, length));
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

type Order = Pick<Form, "isLittle">;
const short = (bytes: Buffer, at: number, { isLittle }: Order): number =>
  isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
const long = (bytes: Buffer, at: number, { isLittle }: Order): number =>
  isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
/** Beyond what a number holds exactly it is beyond every file. */
const long8 = (bytes: Buffer, at: number, { isLittle }: Order): number =>
  Number(isLittle ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
