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
  await fill(whole, source, 0);
  return whole;
}

/** From `start` on, at their places in `whole`, which is as long as the source. */
async function fill(whole: Uint8Array, source: Source, start: number): Promise<void> {
  let at = start;
  for await (const bytes of piecesOf(source, start)) {
    whole.set(bytes, at);
    at += bytes.length;
  }
}

/** The first bytes, at most `most`. */
export const headOf = (source: Source, most: number): Promise<Uint8Array> =>
  source.read(0, Math.min(most, source.bytes));

const windowBytes = 64 * 1024;
const windows = 4;

/**
 * The same bytes, of which small ranges that lie near one another are fetched together: the directory of an archive
 * is read in pieces of fifty bytes, in turn with what it points to.
 */
export function readInWindows(source: Source): Source {
  const held: { readonly start: number; readonly bytes: Promise<Uint8Array> }[] = [];

  function windowAt(start: number): Promise<Uint8Array> {
    const place = held.findIndex((one) => one.start === start);
    const [found] = place === -1 ? [] : held.splice(place, 1);
    const bytes = found?.bytes ?? source.read(start, Math.min(windowBytes, source.bytes - start));
    held.unshift({ start, bytes });
    held.length = Math.min(held.length, windows);
    return bytes;
  }

  return {
    bytes: source.bytes,
    read: async (offset, length) => {
      const start = offset - (offset % windowBytes);
      const isWithin = offset >= 0 && offset + length <= Math.min(start + windowBytes, source.bytes);
      if (length === 0 || !isWithin) return source.read(offset, length);
      return (await windowAt(start)).subarray(offset - start, offset - start + length);
    },
  };
}
