import { createHash } from "node:crypto";
import { createSeededRandom, createUlid } from "@consilium/foundation";
import { Upload } from "@tus/server";
import { openSpool, type SealedSpool, type SpoolOptions } from "../sealed-spool.ts";
import { SpoolRefusal } from "../spool-refusal.ts";

const random = createSeededRandom(21);

export const newUploadId = (): string => createUlid(1_770_000_000_000, random);

/** A key for each upload, the same each time. */
export const keyOf = async (id: string): Promise<Buffer> =>
  createHash("sha256").update(`key of ${id}`).digest();

export const now = new Date("2026-03-04T05:06:07Z");

export const openTestSpool = (folder: string, change: Partial<SpoolOptions> = {}): Promise<SealedSpool> =>
  openSpool({ folder, keyOf, clock: () => now, ...change });

/** Bytes that anybody can make again: byte `n` of an upload depends on `n` alone. */
export function content(from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let n = 0; n < length; n += 1) bytes[n] = ((from + n) * 2_654_435_761) >>> 13;
  return bytes;
}

export async function* arriving(bytes: Buffer, chunk = 50_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
}

export async function begin(
  spool: SealedSpool,
  size: number,
  metadata?: Record<string, string | null>,
): Promise<string> {
  const id = newUploadId();
  await spool.create(new Upload({ id, size, offset: 0, ...(metadata ? { metadata } : {}) }));
  return id;
}

/** The reason of a refusal, or what else came of it. */
export const refusal = async (promise: Promise<unknown>): Promise<unknown> => {
  const error = await promise.then(
    () => new Error("was not refused"),
    (cause: unknown) => cause,
  );
  return error instanceof SpoolRefusal ? error.reason : error;
};
