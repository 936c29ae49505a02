import { seal, unseal } from "@consilium/foundation/sealing";

/** Where a sealed value stands. It opens in no other row, column, case or organisation. */
export interface SealedPlace<T> {
  readonly organisationId: string;
  readonly caseId: string;
  readonly table: string;
  readonly id: string;
  /** Where a table has more than one. */
  readonly column?: string;
  /** Never set: it says what stands there, so that nothing else is sealed or read there. */
  readonly holds?: T;
}

const bound = ({ organisationId, caseId, table, id, column = "" }: SealedPlace<unknown>) =>
  [table, column, organisationId, caseId, id].join("\n");

/** Any JSON value under the case's key. */
export const sealValue = <T>(key: Buffer, place: SealedPlace<T>, value: T): Buffer =>
  seal(key, Buffer.from(JSON.stringify(value)), bound(place));

/**
 * What was sealed there. The type is the writer's word: whoever could have written something else would need the case's
 * key. Throws when a byte was changed or the value belongs elsewhere.
 */
export const unsealValue = <T>(key: Buffer, place: SealedPlace<T>, sealed: Buffer): T =>
  JSON.parse(unseal(key, sealed, bound(place)).toString());
