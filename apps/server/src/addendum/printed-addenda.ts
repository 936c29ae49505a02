import type { StoredAddendum } from "@consilium/database";
import type { PrintedAddendum } from "@consilium/report";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import { addendaFor } from "./find-addendum.ts";

/** What was added to a report and signed, as far as this seat may read it, in the order in which it was signed. */
export async function printedAddenda(
  services: Services,
  visit: Visit,
  reportId: string,
): Promise<readonly PrintedAddendum[]> {
  const known = await addendaFor(services, visit);
  return signedInOrder(
    known.map(({ addendum }) => addendum),
    reportId,
  );
}

/** Those of a report that are signed, in the order in which they were signed. */
export const signedInOrder = (
  addenda: readonly StoredAddendum[],
  reportId: string,
): readonly PrintedAddendum[] =>
  addenda
    .flatMap(({ reportId: of, digest, text, signedAt }) =>
      of === reportId && digest && text && signedAt
        ? [{ at: signedAt.getTime(), digest, addendum: JSON.parse(text.toString()) }]
        : [],
    )
    .toSorted((one, other) => one.at - other.at)
    .map(({ addendum, digest }) => ({ addendum, digest }));
