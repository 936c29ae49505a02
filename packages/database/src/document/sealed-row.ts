import { hash } from "node:crypto";
import { seal, unseal } from "@consilium/foundation/sealing";
import type { CaseKey } from "../case/case-keys.ts";

export interface Sealed {
  readonly sealed: Buffer;
  /** SHA-256 of the sealed bytes. */
  readonly digest: Buffer;
}

export interface Authorship {
  readonly epoch: number;
  readonly seat: string;
  readonly person: string;
  readonly at: Date;
}

/** Who wrote it and when are bound to the words. The sequence is not: only the database knows it, once the row is locked. */
const rowBound = (key: CaseKey, document: string, kind: "row" | "late", by: Authorship): string =>
  [kind, key.organisationId, document, by.epoch, by.seat, by.person, by.at.getTime()].join("\n");

/** A state is taken at a sequence, and opens at no other. */
const stateBound = (key: CaseKey, document: string, kind: StateKind, sequence: number): string =>
  [kind, key.organisationId, document, sequence].join("\n");

export type StateKind = "snapshot" | "history_checkpoint";

const withDigest = (sealed: Buffer): Sealed => ({
  sealed,
  digest: hash("sha256", sealed, "buffer"),
});

export const sealRow = (key: CaseKey, document: string, bytes: Uint8Array, by: Authorship): Sealed =>
  withDigest(seal(key.key, bytes, rowBound(key, document, "row", by)));

export const unsealRow = (key: CaseKey, document: string, sealed: Buffer, by: Authorship): Buffer =>
  unseal(key.key, sealed, rowBound(key, document, "row", by));

export const sealLate = (key: CaseKey, document: string, bytes: Uint8Array, by: Authorship): Sealed =>
  withDigest(seal(key.key, bytes, rowBound(key, document, "late", by)));

export const unsealLate = (key: CaseKey, document: string, sealed: Buffer, by: Authorship): Buffer =>
  unseal(key.key, sealed, rowBound(key, document, "late", by));

export function sealState(
  key: CaseKey,
  document: string,
  kind: StateKind,
  sequence: number,
  state: Uint8Array,
): Sealed {
  return withDigest(seal(key.key, state, stateBound(key, document, kind, sequence)));
}

export function unsealState(
  key: CaseKey,
  document: string,
  kind: StateKind,
  sequence: number,
  sealed: Buffer,
): Buffer {
  return unseal(key.key, sealed, stateBound(key, document, kind, sequence));
}
