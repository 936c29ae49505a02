import { seal, unseal } from "@consilium/foundation/sealing";
import type { CaseKey } from "./case-keys.ts";

/** Where a sealed value stands, and what stands there: it opens in no other row and no other column. */
export interface SealedPlace<T> {
  readonly table: string;
  readonly column: string;
  /** The row's key; with several columns joined by `/`. */
  readonly id: string;
  /** Never set: the type of what is sealed and read there. */
  readonly holds?: T;
}

const bound = ({ organisationId, caseId }: CaseKey, { table, column, id }: SealedPlace<unknown>): string =>
  ["value", organisationId, caseId, table, column, id].join("\n");

/** Anything that JSON holds. */
export const sealValue = <T>(key: CaseKey, place: SealedPlace<T>, value: T): Buffer =>
  seal(key.key, Buffer.from(JSON.stringify(value)), bound(key, place));

/**
 * Throws where a byte, the place or the case is another one. The type is the writer's word: whoever could have sealed
 * something else there holds the case's key.
 */
export const unsealValue = <T>(key: CaseKey, place: SealedPlace<T>, sealed: Buffer): T =>
  JSON.parse(unseal(key.key, sealed, bound(key, place)).toString());

/** A file, as it is. */
export const sealBytes = (key: CaseKey, place: SealedPlace<Uint8Array>, bytes: Uint8Array): Buffer =>
  seal(key.key, bytes, bound(key, place));

export const unsealBytes = (key: CaseKey, place: SealedPlace<Uint8Array>, sealed: Buffer): Buffer =>
  unseal(key.key, sealed, bound(key, place));
