const headerBytes = 64;
const mostSegments = 15;

export interface RleForm {
  /** Of one frame. */
  readonly pixels: number;
  readonly samples: number;
  /** Of one sample. */
  readonly bytes: number;
}

/** One segment undone (PS3.5, G.3.1). Null where it ends before it is full. */
function unpacked(packed: Uint8Array, length: number): Uint8Array | null {
  const plane = new Uint8Array(length);
  let to = 0;
  let from = 0;
  while (to < length && from + 1 < packed.length) {
    const sign = packed[from] ?? 0;
    from += 1;
    if (sign < 128) {
      const run = packed.subarray(from, from + Math.min(sign + 1, length - to));
      plane.set(run, to);
      to += run.length;
      from += sign + 1;
    } else if (sign > 128) {
      const end = Math.min(to + 257 - sign, length);
      plane.fill(packed[from] ?? 0, to, end);
      to = end;
      from += 1;
    }
  }
  return to === length ? plane : null;
}

/** Where the segments begin; null where there are not as many as there must be, or they do not follow one another. */
function segmentsOf(frame: Uint8Array, wanted: number): readonly Uint8Array[] | null {
  if (frame.length < headerBytes || wanted < 1 || wanted > mostSegments) return null;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (view.getUint32(0, true) !== wanted) return null;
  const starts = Array.from({ length: wanted }, (_, segment) => view.getUint32(4 * (segment + 1), true));
  const ends = [...starts.slice(1), frame.length];
  const follow = starts.every((start, at) => start >= headerBytes && start <= (ends[at] ?? 0));
  return follow ? starts.map((start, at) => frame.subarray(start, ends[at])) : null;
}

/**
 * A frame of RLE Lossless (PS3.5, annex G): its samples with the lowest byte first, all of one sample before those of the next,
 * whatever the planar configuration says. Null where it is damaged.
 */
export function decodeRle(frame: Uint8Array, { pixels, samples, bytes }: RleForm): Uint8Array | null {
  const segments = segmentsOf(frame, samples * bytes);
  if (segments === null) return null;
  const decoded = new Uint8Array(pixels * samples * bytes);
  for (const [segment, packed] of segments.entries()) {
    const plane = unpacked(packed, pixels);
    if (plane === null) return null;
    // The highest byte of a sample comes first.
    const first = Math.floor(segment / bytes) * pixels * bytes + (bytes - 1 - (segment % bytes));
    for (let pixel = 0; pixel < pixels; pixel += 1) decoded[first + pixel * bytes] = plane[pixel] ?? 0;
  }
  return decoded;
}
