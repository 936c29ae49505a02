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
  const signed = known.flatMap(({ report, addendum: { digest, text, signedAt } }) =>
    report.id === reportId && digest && text && signedAt
      ? [{ at: signedAt.getTime(), digest, addendum: JSON.parse(text.toString()) }]
      : [],
  );
  return signed
    .toSorted((one, other) => one.at - other.at)
    .map(({ addendum, digest }) => ({ addendum, digest }));
}
