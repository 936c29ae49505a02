const pointers = { exif: 0x8769, inner: 0x014a, gps: 0x8825 } as const;

/** Who took it, with which very camera, comments, and what else may tell a place: XMP, IPTC, Photoshop's, the maker's own. */
const telling = new Set([
  0x013b, 0x8298, 0x02bc, 0x83bb, 0x8649, 0x935c, 0x927c, 0x9286, 0x9c9c, 0x9c9d, 0x9c9e, 0xa430, 0xa431,
  0xa435,
]);

/** Bytes of one value of each type, by its number. */
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4] as const;
const entryBytes = 12;
const mostDirectories = 1000;

interface Tiff {
  readonly bytes: Buffer;
  readonly short: (at: number) => number;
  readonly long: (at: number) => number;
}

interface Entry {
  readonly tag: number;
  readonly count: number;
  /** Where its values lie. */
  readonly values: number;
  readonly length: number;
}

/**
 * The same TIFF, which EXIF is too, with zeros where it told where it was taken and by whom. Nothing else of it is touched
 * and nothing moves. Null where it is not built as TIFF 6 says.
 */
export function blankPlaces(content: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(content);
  const order = bytes.toString("latin1", 0, 2);
  if (order !== "II" && order !== "MM") return null;
  const little = order === "II";
  const tiff: Tiff = {
    bytes,
    short: (at) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    long: (at) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
  };
  try {
    if (tiff.short(2) !== 42) return null;
    blankDirectories(tiff, tiff.long(4));
    return bytes;
  } catch (error) {
    // It points beyond its end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function blankDirectories(tiff: Tiff, first: number): void {
  const open = [first];
  const seen = new Set([0]);
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (seen.size > mostDirectories) throw new RangeError("Directories without end");
    const entries = entriesAt(tiff, at);
    for (const entry of entries) {
      if (entry.tag === pointers.gps) blankDirectory(tiff, tiff.long(entry.values));
      else if (entry.tag === pointers.exif || entry.tag === pointers.inner)
        open.push(...pointedAt(tiff, entry));
      else if (telling.has(entry.tag)) blank(tiff, entry.values, entry.length);
    }
    open.push(tiff.long(at + 2 + entries.length * entryBytes));
  }
}

const entriesAt = (tiff: Tiff, at: number): readonly Entry[] =>
  Array.from({ length: tiff.short(at) }, (_, place) => entryAt(tiff, at + 2 + place * entryBytes));

function entryAt(tiff: Tiff, at: number): Entry {
  const count = tiff.long(at + 4);
  const length = count * (sizes[tiff.short(at + 2)] ?? 1);
  return { tag: tiff.short(at), count, values: length > 4 ? tiff.long(at + 8) : at + 8, length };
}

const pointedAt = (tiff: Tiff, { values, count }: Entry): readonly number[] =>
  Array.from({ length: Math.min(count, mostDirectories) }, (_, place) => tiff.long(values + 4 * place));

/** All entries of it with their values: it has none any more. */
function blankDirectory(tiff: Tiff, at: number): void {
  const entries = entriesAt(tiff, at);
  for (const { values, length } of entries) blank(tiff, values, length);
  blank(tiff, at, 2 + entries.length * entryBytes);
}

const blank = ({ bytes }: Tiff, at: number, length: number): void =>
  void bytes.fill(0, at, Math.min(at + length, bytes.length));
