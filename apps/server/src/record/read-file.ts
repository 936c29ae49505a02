import { recordSchema } from "@consilium/clinical";
import type { ImportedDocument, ImportedResource, ImportRefusal, Read } from "@consilium/interchange";
import { askOnce, readingLimits } from "@consilium/record-import";
import { z } from "zod";
import { takeTurns } from "../take-turns.ts";

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
  /** Bytes of memory for one file. */
  readonly memory: number;
  /** Files that are read at once; the next ones wait. */
  readonly atOnce: number;
  readonly waiting: number;
}

const defaults: ReadingLimits = { longest: 30_000, memory: 768 * 2 ** 20, atOnce: 2, waiting: 8 };

/**
 * Files are read in processes of their own: a large one takes seconds, in which nobody's keystroke would be saved. A process
 * holds only this file, has the caps of the one that reads deliveries, and no way to anything else.
 */
export function createFileReader(now: () => Date, limits: Partial<ReadingLimits> = {}): FileReader {
  const { longest, memory, atOnce, waiting } = { ...defaults, ...limits };
  const inTurn = takeTurns(atOnce, waiting);

  async function read<T>(as: ImportWork["as"], file: Uint8Array): Promise<ReadFile<T>> {
    const done = await inTurn(() => readInProcess<T>({ as, file, now: now() }, longest, memory));
    return done === "too-many" ? { ok: false, reason: done } : done;
  }

  return { bundle: (file) => read("case", file), resource: (file) => read("resource", file) };
}

async function readInProcess<T>(work: ImportWork, longest: number, memory: number): Promise<ReadFile<T>> {
  const limits = { ...readingLimits, longest, memory };
  const asked = await askOnce(new URL("import-process.ts", import.meta.url), work, limits);
  if (asked.how === "died") {
    if (asked.of === "reader-crashed") throw new Error("The process that read a file ended without a word");
    return { ok: false, reason: "too-much-work" };
  }
  if (!isRead<T>(asked.answer)) throw new Error("The process that read a file said what it never says");
  return asked.answer;
}

const readSchema = z.union([
  z.object({ ok: z.literal(true), value: z.object({ records: z.array(recordSchema) }) }),
  z.object({ ok: z.literal(false), refusal: z.object({ reason: z.string() }) }),
]);

/** Its records are what goes into the database: they are looked at. */
const isRead = <T>(answer: unknown): answer is Read<T> => readSchema.safeParse(answer).success;

/** A refusal of either kind, told apart from a file that was read. */
export type NotRead =
  | { readonly ok: false; readonly refusal: ImportRefusal }
  | { readonly ok: false; readonly reason: Unread };
