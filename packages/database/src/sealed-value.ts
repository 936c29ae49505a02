import { seal, unseal } from "@consilium/foundation/sealing";

/** Where a sealed value stands. It opens in no other row, column, case or organisation. */
export interface SealedPlace {
  readonly organisationId: string;
  readonly caseId: string;
  readonly table: string;
  readonly id: string;
  /** Where a table has more than one. */
  readonly column?: string;
}

const bound = ({ organisationId, caseId, table, id, column = "" }: SealedPlace) =>
  [table, column, organisationId, caseId, id].join("\n");

/** Any JSON value under the case's key. */
export const sealValue = (key: Buffer, place: SealedPlace, value: unknown): Buffer =>
  seal(key, Buffer.from(JSON.stringify(value)), bound(place));

/**
 * What was sealed there. The type is the writer's word: whoever could have written something else would need the case's
 * key. Throws when a byte was changed or the value belongs elsewhere.
 */
export const unsealValue = <T>(key: Buffer, place: SealedPlace, sealed: Buffer): T =>
  JSON.parse(unseal(key, sealed, bound(place)).toString());
