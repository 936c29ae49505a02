import type { OutcomeReason } from "../reasons.ts";
import type { Source } from "../source.ts";

/** One file in an archive. `bytes` is what it says it unpacks to. */
export interface Member {
  /** With its folders, by `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Why it is not even unpacked. */
  readonly refusal: OutcomeReason | null;
  /** Its content, unpacked. Refuses with `ArchiveRefusal`. Only until the next member is asked for. */
  readonly open: () => Promise<Source>;
}

/** Why a member, or the rest of an archive, is not unpacked. It ends a stream, so it is thrown. */
export class ArchiveRefusal extends Error {
  readonly reason: OutcomeReason;
  constructor(reason: OutcomeReason) {
    super(reason);
    this.reason = reason;
  }
}

export interface ArchiveLimits {
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly inMemory: number;
}

export const unpacksTooMuch = (
  unpacked: number,
  packed: number,
  { ratio, ratioFrom }: Pick<ArchiveLimits, "ratio" | "ratioFrom">,
): boolean => unpacked > ratioFrom && unpacked > ratio * packed;

/** Everything a stream gives, refused as soon as it is more than it may be. */
export async function collect(
  stream: AsyncIterable<unknown>,
  most: number,
  refusal: OutcomeReason,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    if (!(piece instanceof Uint8Array)) throw new TypeError("A stream of bytes gave something else");
    bytes += piece.length;
    if (bytes > most) throw new ArchiveRefusal(refusal);
    pieces.push(piece);
  }
  return Buffer.concat(pieces, bytes);
}
