import { createUlid, secureRandom } from "@consilium/foundation";
import type { Desk, Reader } from "../readers/reader.ts";
import { piecesOf, type Source } from "../source.ts";
import { openLine, type OwnBytes } from "./line.ts";
import type { ToReader } from "./protocol.ts";
import { walkFile } from "./walk.ts";

/** A failed allocation leaves a process that fails at the next one too: it makes room for a fresh one. */
const isAllocation = (error: unknown): boolean =>
  error instanceof Error &&
  /allocation failed|out of memory|Invalid (?:array|string) length/i.test(error.message);

/** Where in the program, never what: a message may quote the file. */
const traceOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.name} ${(error.stack ?? "")
        .split("\n")
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 8)
        .join("\n")}`
    : typeof error;

const nothing = new Uint8Array(0);

async function* replacing(source: Source, first: Uint8Array): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* piecesOf(source, first.length);
}

async function* ownBytes({ bytes }: Source, first: Uint8Array): AsyncGenerator<Uint8Array | OwnBytes> {
  if (first.length > 0) yield first;
  yield await Promise.resolve({ offset: first.length, length: bytes - first.length });
}

/** The life of the reading process: one delivered file after another, until the server is gone. */
export function serveReaders(readers: readonly Reader[]): void {
  const line = openLine((work) => void read(work));
  process.on("uncaughtException", (error) => {
    fault("", error);
    // The last words are on their way before the process is gone.
    setImmediate(() => process.exit(1));
  });

  async function read({ path, now, limits, ...content }: Extract<ToReader, { say: "work" }>): Promise<void> {
    let made = 0;
    const source = behindHead(content);
    const desk: Desk = {
      now: new Date(now),
      limits,
      // Records stand in the order of their ids: each is a millisecond later than the one before.
      createId: () => createUlid(now + made++, secureRandom),
      store: line.store,
      storeSource: (file, from, replaced = nothing) =>
        line.store(file, from === source ? ownBytes(from, replaced) : replacing(from, replaced)),
      takeLong: line.takesLong,
    };
    await walkFile(path, source, { readers, desk, begin: line.begin, settle: line.settle, fault });
    line.send({ say: "done" });
  }

  const behindHead = ({ bytes, head }: { readonly bytes: number; readonly head: Uint8Array }): Source => ({
    bytes,
    read: (offset, length) =>
      offset >= 0 && length >= 0 && offset + length <= head.length
        ? Promise.resolve(head.subarray(offset, offset + length))
        : line.read(offset, length),
  });

  function fault(path: string, error: unknown): void {
    if (isAllocation(error)) line.endWithoutMemory();
    line.send({ say: "fault", path: path.slice(0, 1000), trace: traceOf(error).slice(0, 4000) });
  }
}
