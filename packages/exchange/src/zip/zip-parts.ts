/** What 32 bits do not hold stands in a field of 64 (ZIP64). */
export const most32 = 0xffff_ffff;
export const most16 = 0xffff;

/** Names are UTF-8; sizes and checksum stand behind the bytes. */
const flags = 0x0808;
const stored = 0;
const version = 45;
/** Made on Unix: a plain file that its owner may write and all may read. */
const madeBy = (3 << 8) | version;
const plainFile = 0o100644 * 2 ** 16;

export interface Written {
  readonly name: Buffer;
  readonly bytes: number;
  readonly crc: number;
  /** Where its header begins. */
  readonly offset: number;
}

export const isLarge = (bytes: number): boolean => bytes >= most32;

/** As DOS counted: from 1980 on, in steps of two seconds. */
function dosTime(at: Date): number {
  const year = Math.max(1980, Math.min(2107, at.getUTCFullYear()));
  const day = ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return day * 2 ** 16 + time;
}

export function localHeader(name: Buffer, bytes: number, at: Date): Buffer {
  const extra = isLarge(bytes) ? zip64(bytes, bytes) : Buffer.alloc(0);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(stored, 8);
  head.writeUInt32LE(dosTime(at), 10);
  head.writeUInt32LE(isLarge(bytes) ? most32 : 0, 18);
  head.writeUInt32LE(isLarge(bytes) ? most32 : 0, 22);
  head.writeUInt16LE(name.length, 26);
  head.writeUInt16LE(extra.length, 28);
  return Buffer.concat([head, name, extra]);
}

export function dataDescriptor(bytes: number, crc: number): Buffer {
  const large = isLarge(bytes);
  const behind = Buffer.alloc(large ? 24 : 16);
  behind.writeUInt32LE(0x08074b50, 0);
  behind.writeUInt32LE(crc, 4);
  if (large) {
    behind.writeBigUInt64LE(BigInt(bytes), 8);
    behind.writeBigUInt64LE(BigInt(bytes), 16);
  } else {
    behind.writeUInt32LE(bytes, 8);
    behind.writeUInt32LE(bytes, 12);
  }
  return behind;
}

export function centralHeader({ name, bytes, crc, offset }: Written, at: Date): Buffer {
  const extra = zip64(...(isLarge(bytes) ? [bytes, bytes] : []), ...(isLarge(offset) ? [offset] : []));
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(madeBy, 4);
  head.writeUInt16LE(version, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(stored, 10);
  head.writeUInt32LE(dosTime(at), 12);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(Math.min(bytes, most32), 20);
  head.writeUInt32LE(Math.min(bytes, most32), 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(extra.length, 30);
  head.writeUInt32LE(plainFile, 38);
  head.writeUInt32LE(Math.min(offset, most32), 42);
  return Buffer.concat([head, name, extra]);
}

/** Nothing where there is nothing to say in it. */
function zip64(...values: readonly number[]): Buffer {
  if (values.length === 0) return Buffer.alloc(0);
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  for (const [at, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * at);
  return extra;
}

/** The end of the archive: how many files, and where their list begins. */
export function endOfZip(count: number, start: number, length: number): Buffer {
  const needs64 = count >= most16 || isLarge(start) || isLarge(length);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, most16), 8);
  end.writeUInt16LE(Math.min(count, most16), 10);
  end.writeUInt32LE(Math.min(length, most32), 12);
  end.writeUInt32LE(Math.min(start, most32), 16);
  if (!needs64) return end;
  const end64 = Buffer.alloc(56 + 20);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(madeBy, 12);
  end64.writeUInt16LE(version, 14);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(length), 40);
  end64.writeBigUInt64LE(BigInt(start), 48);
  end64.writeUInt32LE(0x07064b50, 56);
  end64.writeBigUInt64LE(BigInt(start + length), 64);
  end64.writeUInt32LE(1, 72);
  return Buffer.concat([end64, end]);
}
