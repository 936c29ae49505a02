import { seal, unseal } from "@consilium/foundation/sealing";
import type { CaseKey } from "./case-keys.ts";

/** Where a sealed value stands: it opens in no other row and no other column. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  /** The row's key; with several columns joined by `/`. */
  readonly id: string;
}

const bound = ({ organisationId, caseId }: CaseKey, { table, column, id }: SealedPlace): string =>
  ["value", organisationId, caseId, table, column, id].join("\n");

/** Anything that JSON holds. */
export const sealValue = (key: CaseKey, place: SealedPlace, value: unknown): Buffer =>
  seal(key.key, Buffer.from(JSON.stringify(value)), bound(key, place));

/** Throws where a byte, the place or the case is another one. What comes out is parsed by the caller's schema. */
export const unsealValue = (key: CaseKey, place: SealedPlace, sealed: Buffer): unknown =>
  JSON.parse(unseal(key.key, sealed, bound(key, place)).toString());

/** A file, as it is. */
export const sealBytes = (key: CaseKey, place: SealedPlace, bytes: Uint8Array): Buffer =>
  seal(key.key, bytes, bound(key, place));

export const unsealBytes = (key: CaseKey, place: SealedPlace, sealed: Buffer): Buffer =>
  unseal(key.key, sealed, bound(key, place));
