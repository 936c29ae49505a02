import type { KeyedGroup } from "./append-updates.ts";
import { sealRow } from "./sealed-row.ts";

/**
 * The way of a lone key, less than half as long: one row, by a client id that goes on or, as a deletion, by none. Undefined:
 * the group is not one, and `append_updates` takes it. Its row says the sequence, or null where nothing was changed.
 */
export function loneRowStatement({ document, epoch, authority, first, rows, key }: KeyedGroup) {
  const [row, second] = rows;
  if (!row || second || first) return undefined;
  const { bytes, seat, person, clocks, at } = row;
  const [range, another] = clocks;
  // Nobody has the clock of a new id yet.
  if (another || range?.from === 0) return undefined;
  const { sealed, digest } = sealRow(key, document, bytes, { epoch, seat, person, at });
  const admitted = [document, epoch, authority];
  const written = [range?.client, range?.from, range?.to, seat, person, sealed, digest, at.getTime()];
  return {
    name: "append_update",
    text: "select append_update($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as sequence",
    values: [...admitted, ...written],
  };
}
