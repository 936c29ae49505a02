import type { OpinionItem } from "../opinion-content.ts";

/** When a source was published; undefined where it does not say. */
export function citationYear({ fields }: OpinionItem): number | undefined {
  const year = Number(fields["year"]);
  return Number.isInteger(year) && year > 0 ? year : undefined;
}
