import type { Source } from "./source.ts";

/** Of most files that is all. */
const headBytes = 2 ** 20;

/** A source whose beginning is fetched in one piece, when it is first asked for or before. */
export interface HeadFirst extends Source {
  /** Fetches the beginning, so that it is there once somebody asks. What fails then is told to whoever asks. */
  readonly fetch: () => void;
}

/** A file is looked at in small ranges of its beginning before it is read: sniffed, opened, read. Those cost nothing here. */
export function headFirst(source: Source): HeadFirst {
  const length = Math.min(headBytes, source.bytes);
  let head: Promise<Uint8Array> | undefined;
  const fetched = () => (head ??= source.read(0, length));
  return {
    bytes: source.bytes,
    fetch: () => void fetched().catch(() => undefined),
    read: async (offset, wanted) => {
      const isInHead = offset >= 0 && wanted >= 0 && offset + wanted <= length;
      return isInHead ? (await fetched()).subarray(offset, offset + wanted) : source.read(offset, wanted);
    },
  };
}
