import { createHash } from "node:crypto";
import { createSeededRandom, createUlid } from "@consilium/foundation";
import type { DeliveredFile, DeliveryReading } from "../delivery-reading.ts";
import type { StoreFile } from "../process/incoming.ts";
import type { ReadingProcess } from "../process/reading-process.ts";
import { readDelivery, type ReadDeliveryOptions } from "../read-delivery.ts";
import { memorySource } from "../source.ts";

export const delivered = (path: string, content: Uint8Array | string): DeliveredFile => ({
  path,
  ...memorySource(typeof content === "string" ? new TextEncoder().encode(content) : content),
});

export interface MemoryStore {
  readonly store: StoreFile;
  /** By id, whole files only. */
  readonly files: ReadonlyMap<string, { readonly name: string; readonly content: Buffer }>;
}

export function memoryStore(): MemoryStore {
  const files = new Map<string, { name: string; content: Buffer }>();
  const random = createSeededRandom(11);
  const store: StoreFile = async ({ name }, pieces) => {
    const taken: Uint8Array[] = [];
    for await (const piece of pieces) taken.push(piece);
    const content = Buffer.concat(taken);
    const id = createUlid(1_795_000_000_000, random);
    files.set(id, { name, content });
    return { id, sha256: createHash("sha256").update(content).digest("hex"), bytes: content.length };
  };
  return { store, files };
}

export function readFiles(
  process: ReadingProcess,
  files: readonly DeliveredFile[],
  options: Partial<ReadDeliveryOptions> = {},
): Promise<DeliveryReading> {
  const random = createSeededRandom(7);
  let made = 1_795_000_000_000;
  return readDelivery(files, {
    process,
    store: memoryStore().store,
    signal: new AbortController().signal,
    now: () => new Date("2026-11-24T09:00:00Z"),
    createId: () => createUlid(made++, random),
    ...options,
  });
}

/** "disc.zip/a.txt kept", "b.svg not-read svg-not-read": every outcome in short. */
export const inShort = ({ outcomes }: DeliveryReading): readonly string[] =>
  outcomes.map(({ path, is, reason }) => `${path} ${is}${reason === null ? "" : ` ${reason}`}`);
