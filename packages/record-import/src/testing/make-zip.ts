import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** Of its packing; 8 unless given. */
  readonly method?: number;
  readonly flags?: number;
  /** A Unix file mode, such as that of a link. */
  readonly mode?: number;
}

const number = (bytes: 2 | 4, value: number): Buffer => {
  const written = Buffer.alloc(bytes);
  if (bytes === 2) written.writeUInt16LE(value);
  else written.writeUInt32LE(value);
  return written;
};

/** What stands of an entry both before its content and in the directory, its packed content, and its directory line. */
function packEntry({ name, content, method = 8, flags = 0x800, mode }: ZipEntry, offset: number) {
  const packed = method === 8 ? deflateRawSync(content) : Buffer.from(content);
  const label = Buffer.from(name, "utf8");
  const numbers = [number(2, 20), number(2, flags), number(2, method), number(4, 0x5a21_0000)];
  const sizes = [number(4, crc32(content)), number(4, packed.length), number(4, content.length)];
  const common = Buffer.concat([...numbers, ...sizes, number(2, label.length), number(2, 0)]);
  return {
    file: Buffer.concat([number(4, 0x04034b50), common, label, packed]),
    line: Buffer.concat([
      number(4, 0x02014b50),
      number(2, mode === undefined ? 20 : (3 << 8) | 20),
      common,
      // Comment, disk, internal attributes.
      Buffer.alloc(6),
      number(4, mode === undefined ? 0 : (mode << 16) >>> 0),
      number(4, offset),
      label,
    ]),
  };
}

/** A zip, also one that no honest program would write. */
export function makeZip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { file, line } = packEntry(entry, offset);
    files.push(file);
    directory.push(line);
    offset += file.length;
  }
  const central = Buffer.concat(directory);
  const counts = [number(2, entries.length), number(2, entries.length)];
  const sizes = [number(4, central.length), number(4, offset), number(2, 0)];
  return Buffer.concat([...files, central, number(4, 0x06054b50), number(4, 0), ...counts, ...sizes]);
}
