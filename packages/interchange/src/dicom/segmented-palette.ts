const mostSegments = 0x10000;

/** Numbers of one or two bytes, one after the other; `at` counts bytes. */
class Words {
  private readonly view: DataView;
  private readonly size: 1 | 2;
  at = 0;

  constructor(bytes: Uint8Array, size: 1 | 2) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.size = size;
  }

  hasMore(): boolean {
    return this.at + 3 * this.size <= this.view.byteLength;
  }

  /** NaN beyond the end. */
  next(): number {
    const { at, size, view } = this;
    if (at + size > view.byteLength) return Number.NaN;
    this.at += size;
    return size === 1 ? view.getUint8(at) : view.getUint16(at, true);
  }

  offset(): number {
    const places = this.size === 1 ? [1, 0x100, 0x10000, 0x1000000] : [1, 0x10000];
    return places.reduce((sum, place) => sum + place * this.next(), 0);
  }
}

const codes = { discrete: 0, linear: 1, indirect: 2 } as const;

/** False where the segment is damaged or leads beyond the table. */
function expandSegment(code: number, words: Words, values: number[], most: number): boolean {
  const length = words.next();
  if (!(values.length + length <= most)) return false;
  if (code === codes.discrete) {
    for (let index = 0; index < length; index += 1) values.push(words.next());
    return true;
  }
  const from = values.at(-1);
  const to = words.next();
  if (code !== codes.linear || from === undefined) return false;
  for (let step = 1; step <= length; step += 1) values.push(Math.round(from + ((to - from) * step) / length));
  return true;
}

/**
 * The entries of a segmented table (PS3.3, C.7.9.2): runs of values, straight lines to a value, and segments that stood
 * before. Null where they are damaged or not `entries` of them.
 */
export function expandPalette(bytes: Uint8Array, size: 1 | 2, entries: number): readonly number[] | null {
  const words = new Words(bytes, size);
  const values: number[] = [];
  for (let segments = 0; words.hasMore() && values.length < entries; segments += 1) {
    const code = words.next();
    if (code !== codes.indirect) {
      if (!expandSegment(code, words, values, entries)) return null;
      continue;
    }
    const copied = words.next();
    const before = new Words(bytes, size);
    before.at = words.offset();
    segments += copied;
    if (segments > mostSegments) return null;
    for (let left = copied; left > 0; left -= 1) {
      if (!expandSegment(before.next(), before, values, entries)) return null;
    }
  }
  return values.length === entries && values.every(Number.isFinite) ? values : null;
}
