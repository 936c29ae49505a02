/** Bytes that are read in ranges, wherever they lie. `read` gives exactly `length` bytes; asking beyond the end throws. */
export interface Source {
  readonly bytes: number;
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
}

export function memorySource(content: Uint8Array): Source {
  return {
    bytes: content.length,
    read: (offset, length) => {
      if (offset < 0 || length < 0 || offset + length > content.length) {
        return Promise.reject(new RangeError("Beyond the end of the file"));
      }
      return Promise.resolve(content.subarray(offset, offset + length));
    },
  };
}

/** A part of another source, such as a member that its archive holds as it is. */
export const sourceWithin = (whole: Source, start: number, bytes: number): Source => ({
  bytes,
  read: (offset, length) =>
    offset < 0 || length < 0 || offset + length > bytes
      ? Promise.reject(new RangeError("Beyond the end of the file"))
      : whole.read(start + offset, length),
});

const piece = 2 ** 20;

/** From `start` on, in pieces of at most 1 MiB; the next one is asked for while one is used. */
export async function* piecesOf(
  source: Source,
  start = 0,
  end: number = source.bytes,
): AsyncGenerator<Uint8Array> {
  const at = (offset: number) =>
    offset < end ? source.read(offset, Math.min(piece, end - offset)) : undefined;
  let coming = at(start);
  for (let offset = start; coming !== undefined;) {
    const bytes = await coming;
    offset += bytes.length;
    coming = at(offset);
    // Whoever stops early must not leave a refusal that nobody waits for.
    coming?.catch(() => undefined);
    yield bytes;
  }
}

export async function wholeOf(source: Source): Promise<Uint8Array> {
  const whole = new Uint8Array(source.bytes);
  let filled = 0;
  for await (const bytes of piecesOf(source)) {
    whole.set(bytes, filled);
    filled += bytes.length;
  }
  return whole;
}

/** The first bytes, at most `most`. */
export const headOf = (source: Source, most: number): Promise<Uint8Array> =>
  source.read(0, Math.min(most, source.bytes));
