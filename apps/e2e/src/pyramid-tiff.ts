/** A scan of stripes as scanners write it: the picture, then the same at half its size; half a micrometre a pixel. */
export function pyramidTiff(width: number, height: number): Buffer {
  const parts: Buffer[] = [Buffer.from("II*\0\u0008\0\0\0", "latin1")];
  let end = 8;
  for (const level of [0, 1]) {
    const page = pageOf(width / 2 ** level, height / 2 ** level, level, end);
    parts.push(...page);
    end += page.reduce((sum, { length }) => sum + length, 0);
  }
  return Buffer.concat(parts);
}

const numbers = (size: 2 | 4, ...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(size * values.length);
  for (const [place, value] of values.entries())
    if (size === 2) bytes.writeUInt16LE(value, place * 2);
    else bytes.writeUInt32LE(value, place * 4);
  return bytes;
};

/** The directory, what it points to, the pixels in one strip. */
function pageOf(width: number, height: number, level: number, at: number): readonly Buffer[] {
  const fields = 13;
  const beside = at + 2 + fields * 12 + 4;
  const pixels = beside + 16;
  const bytes = width * height * 3;
  const perCentimetre = 20_000 / 2 ** level;
  const entries = [
    [254, 4, 1, level],
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 3, beside + 8],
    [259, 3, 1, 1],
    [262, 3, 1, 2],
    [273, 4, 1, pixels],
    [277, 3, 1, 3],
    [278, 4, 1, height],
    [279, 4, 1, bytes],
    [282, 5, 1, beside],
    [283, 5, 1, beside],
    [296, 3, 1, 3],
  ] as const;
  const directory = entries.map(([tag, type, count, value]) =>
    Buffer.concat([numbers(2, tag, type), numbers(4, count, value)]),
  );
  const next = level === 0 ? pixels + bytes : 0;
  const rows = Buffer.alloc(bytes);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    rows.fill(Math.floor((pixel % width) / 40) % 2 === 0 ? 0xe0 : 0xa0, pixel * 3, pixel * 3 + 3);
  return [
    numbers(2, fields),
    ...directory,
    numbers(4, next),
    numbers(4, perCentimetre, 1),
    numbers(2, 8, 8, 8, 0),
    rows,
  ];
}
