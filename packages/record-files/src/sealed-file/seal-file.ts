import { createHash, randomBytes } from "node:crypto";
import { LentMemory } from "../lent-memory.ts";
import { createHeader, createSegmentCipher, type FilePlace, segmentBytes } from "./file-format.ts";

export interface PlainFacts {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface Sealing {
  /** Runs once. Rejects with what the source rejects with; what came before it is then no whole file. */
  readonly sealed: AsyncGenerator<Buffer, void, undefined>;
  /** Of the plain bytes, once `sealed` has ended; throws before. */
  readonly plain: () => PlainFacts;
}

type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Seals a stream as it passes; a segment or two of it is in memory. `caseKey`: 32 bytes. */
export function sealFile(source: Source, caseKey: Buffer, place: FilePlace): Sealing {
  const header = createHeader(randomBytes(32));
  const cipher = createSegmentCipher(caseKey, header, place);
  const hash = createHash("sha256");
  let facts: PlainFacts | undefined;

  async function* seal(): AsyncGenerator<Buffer, void, undefined> {
    let bytes = 0;
    let index = 0;
    yield header;
    for await (const { plain, isLast } of inSegments(source)) {
      hash.update(plain);
      bytes += plain.length;
      yield* cipher.seal(index, isLast, plain);
      index += 1;
    }
    facts = { bytes, sha256: hash.digest("hex") };
  }

  return {
    sealed: seal(),
    plain: () => {
      if (!facts) throw new Error("The file is not sealed to its end yet");
      return facts;
    },
  };
}

const filling = new LentMemory(segmentBytes, 8);

/**
 * Each is used before the next is asked for: one lies in the chunk that it came in, or in the same memory as the one before. Only once
 * more has come is it known that a full one is not the last.
 */
async function* inSegments(source: Source): AsyncGenerator<{ plain: Uint8Array; isLast: boolean }> {
  const held = filling.take();
  try {
    let filled = 0;
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length;) {
        if (filled === segmentBytes) {
          yield { plain: held, isLast: false };
          filled = 0;
        }
        if (filled === 0 && chunk.length - at > segmentBytes) {
          yield { plain: chunk.subarray(at, at + segmentBytes), isLast: false };
          at += segmentBytes;
          continue;
        }
        const part = chunk.subarray(at, at + segmentBytes - filled);
        held.set(part, filled);
        filled += part.length;
        at += part.length;
      }
    }
    yield { plain: held.subarray(0, filled), isLast: true };
  } finally {
    filling.giveBack(held);
  }
}
