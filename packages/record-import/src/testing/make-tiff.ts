/** A grey TIFF in one strip, its directory before its pixels; with fewer rows than it says it is cut off. `changed`: values by tag. */
export function makeTiff(
  width: number,
  height: number,
  rows = height,
  changed: ReadonlyMap<number, number> = new Map(),
): Uint8Array {
  const fields = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 0],
    [277, 1],
    [278, height],
    [279, width * height],
    ...[...changed].filter(([tag]) => tag > 279),
  ] as const;
  const start = 8 + 2 + fields.length * 12 + 4;
  const head = Buffer.alloc(start);
  head.write("II*\0", 0, "latin1");
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(fields.length, 8);
  for (const [place, [tag, value]] of fields.entries()) {
    const at = 10 + place * 12;
    head.writeUInt16LE(tag, at);
    // One value of 32 bits.
    head.writeUInt16LE(4, at + 2);
    head.writeUInt32LE(1, at + 4);
    head.writeUInt32LE(tag === 273 ? start : (changed.get(tag) ?? value), at + 8);
  }
  return Buffer.concat([head, Buffer.alloc(width * rows, 0x90)]);
}
