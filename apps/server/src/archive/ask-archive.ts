import { ArchiveFailure, type ArchiveProblem } from "./archive-problem.ts";
import type { Archive } from "./archive.ts";

export interface Question {
  /** Below the archive's address. */
  readonly path: string;
  readonly accept: string;
  /** Milliseconds for all of the answer. */
  readonly within: number;
  /** Milliseconds without a byte. */
  readonly silence?: number;
  readonly signal: AbortSignal;
}

export interface Answer {
  /** Of its header. */
  readonly type: string;
  readonly body: AsyncIterable<Uint8Array>;
}

const longestSilence = 30_000;
/** Bytes after what was read of an answer, which are read so that the next question has the same connection. */
const longestRest = 64 * 1024;

/**
 * One question over HTTP and what `read` makes of its answer; `undefined` where the archive says that there is nothing (204). Throws
 * `ArchiveFailure`, the signal's reason, or what `read` throws. Nothing is followed to another address.
 */
export async function askArchive<T>(
  archive: Archive,
  { path, accept, within, silence = longestSilence, signal }: Question,
  read: (answer: Answer) => Promise<T>,
): Promise<T | undefined> {
  const over = new AbortController();
  const tooSlow = () => over.abort(new ArchiveFailure("too-slow"));
  const [silent, late] = [setTimeout(tooSlow, silence), setTimeout(tooSlow, within)];
  const ends = AbortSignal.any([signal, over.signal]);
  try {
    const response = await send(archive, path, accept, ends);
    const problem = problemOf(response.status);
    if (problem !== undefined) throw new ArchiveFailure(problem);
    if (response.status === 204) return undefined;
    const source = bytesOf(response.body, () => silent.refresh());
    const type = response.headers.get("content-type") ?? "";
    const result = await read({ type, body: leftOpen(source) });
    await readRest(source);
    return result;
  } catch (error) {
    ends.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(silent);
    clearTimeout(late);
    over.abort();
  }
}

async function send(archive: Archive, path: string, accept: string, signal: AbortSignal): Promise<Response> {
  const { address, authorization } = archive;
  const headers = { accept, ...(authorization !== undefined && { authorization }) };
  try {
    return await fetch(address + path, { headers, redirect: "manual", signal });
  } catch (cause) {
    throw new ArchiveFailure("unreachable", { cause });
  }
}

const problems: Readonly<Record<number, ArchiveProblem>> = {
  401: "credentials-refused",
  403: "credentials-refused",
  404: "not-found",
  408: "too-slow",
  410: "not-found",
  413: "too-large",
  504: "too-slow",
};

function problemOf(status: number): ArchiveProblem | undefined {
  if (status === 200 || status === 204) return undefined;
  if (status >= 300 && status < 400) return "elsewhere";
  return problems[status] ?? "failed";
}

async function* bytesOf(
  body: AsyncIterable<Uint8Array> | null,
  heard: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (body === null) return;
  try {
    for await (const chunk of body) {
      heard();
      yield chunk;
    }
  } catch (cause) {
    throw new ArchiveFailure("cut-off", { cause });
  }
}

/** Whoever stops reading it does not close it. */
const leftOpen = (source: AsyncIterator<Uint8Array, void, undefined>): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => ({ next: () => source.next() }),
});

/** Also finds an answer that is shorter than it said. */
async function readRest(source: AsyncIterable<Uint8Array>): Promise<void> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > longestRest) return;
  }
}
