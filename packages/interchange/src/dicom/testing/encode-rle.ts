/** A frame of RLE Lossless, of planes of bytes: equal bytes as runs, others one by one. */
export function encodeRle(planes: readonly Uint8Array[]): Uint8Array {
  const segments = planes.map(packed);
  const header = new Uint8Array(64);
  const view = new DataView(header.buffer);
  view.setUint32(0, segments.length, true);
  let start = header.length;
  for (const [at, { length }] of segments.entries()) {
    view.setUint32(4 * (at + 1), start, true);
    start += length;
  }
  return Uint8Array.from([...header, ...segments.flat()]);
}

function packed(plane: Uint8Array): readonly number[] {
  const bytes: number[] = [];
  for (let at = 0; at < plane.length;) {
    const value = plane[at] ?? 0;
    let run = 1;
    while (run < 128 && at + run < plane.length && plane[at + run] === value) run += 1;
    bytes.push(run === 1 ? 0 : 257 - run, value);
    at += run;
  }
  return bytes;
}
