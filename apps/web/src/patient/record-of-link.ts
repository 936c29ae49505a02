import type { Evidence } from "@consilium/workspace";
import { recordAt } from "../record/record-beside-text.ts";
import { recordOf } from "../record/record-places.ts";
import type { CaseRecord } from "../record/record-query.ts";

/** The id of the record that a link leads to now. Undefined: it is none of those that this seat reads. */
export function recordOfLink(
  evidence: Evidence | undefined,
  records: readonly CaseRecord[] | undefined,
): string | undefined {
  const name = recordOf(evidence?.anchor);
  return name === undefined || records === undefined ? undefined : recordAt(records, name)?.id;
}
