import { Worker } from "node:worker_threads";
import type { ImportedDocument, ImportedResource, ImportRefusal, Read } from "@consilium/interchange";

/** What is to be read, and as what: a whole file that opens a case, or one resource. */
export interface ImportWork {
  readonly as: "case" | "resource";
  readonly file: Uint8Array;
  readonly now: Date;
}

/** Of this server, not of the file: the file itself is read or refused by interchange. */
export type Unread = "too-much-work" | "too-many";

export type ReadFile<T> = Read<T> | { readonly ok: false; readonly reason: Unread };

export interface FileReader {
  readonly bundle: (file: Uint8Array) => Promise<ReadFile<ImportedDocument>>;
  readonly resource: (file: Uint8Array) => Promise<ReadFile<ImportedResource>>;
}

export interface ReadingLimits {
  /** Milliseconds for one file. */
  readonly longest: number;
  /** MiB of heap for one file. */
  readonly memory: number;
  /** Files that are read at once; the next ones wait. */
  readonly atOnce: number;
  readonly waiting: number;
}

const defaults: ReadingLimits = { longest: 30_000, memory: 768, atOnce: 2, waiting: 8 };

/**
 * Files are read in threads of their own: a large one takes seconds, in which nobody's keystroke would be saved. A thread
 * holds only this file, has a wall clock and a bound on its heap, and no way to anything else.
 */
export function createFileReader(now: () => Date, limits: Partial<ReadingLimits> = {}): FileReader {
  const { longest, memory, atOnce, waiting } = { ...defaults, ...limits };
  const queue: (() => void)[] = [];
  let running = 0;

  async function read<T>(as: ImportWork["as"], file: Uint8Array): Promise<ReadFile<T>> {
    if (running >= atOnce && queue.length >= waiting) return { ok: false, reason: "too-many" };
    if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve));
    else running += 1;
    try {
      return await readInThread<T>({ as, file, now: now() }, longest, memory);
    } finally {
      // The place goes to whoever waits longest.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return { bundle: (file) => read("case", file), resource: (file) => read("resource", file) };
}

function readInThread<T>(work: ImportWork, longest: number, memory: number): Promise<ReadFile<T>> {
  const worker = new Worker(new URL("import-worker.ts", import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: memory },
    execArgv: [],
    env: {},
  });
  return new Promise<ReadFile<T>>((resolve, reject) => {
    const tooMuch = { ok: false, reason: "too-much-work" } as const;
    const clock = setTimeout(() => resolve(tooMuch), longest);
    worker.once("message", (read: Read<T>) => resolve(read));
    worker.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve(tooMuch) : reject(error),
    );
    worker.once("exit", () => {
      clearTimeout(clock);
      reject(new Error("The thread that read a file ended without a word"));
    });
  }).finally(() => void worker.terminate());
}

/** A refusal of either kind, told apart from a file that was read. */
export type NotRead =
  | { readonly ok: false; readonly refusal: ImportRefusal }
  | { readonly ok: false; readonly reason: Unread };
