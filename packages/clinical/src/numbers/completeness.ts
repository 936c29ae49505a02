import { type Part, partOf } from "./spread.ts";
import type { Period } from "./step-numbers.ts";

export interface GatheredCase {
  readonly submittedAt: Date;
  /** Its records were said to be complete: what was asked for until then is all. */
  readonly isGathered: boolean;
  /** All that were not taken back. */
  readonly requests: readonly { readonly askedAt: Date; readonly answeredAt: Date | null }[];
}

/** Nothing was asked for after the submission, and what had been asked for was answered by then. */
export const wasComplete = ({ submittedAt, requests }: GatheredCase): boolean =>
  requests.every(
    ({ askedAt, answeredAt }) => askedAt <= submittedAt && answeredAt !== null && answeredAt <= submittedAt,
  );

export interface Completeness {
  /** Of those submitted in the period whose records are complete now. */
  readonly complete: Part;
  /** Those submitted in the period whose records are not: more may still be asked for. */
  readonly gathering: number;
}

export function completenessOf(cases: readonly GatheredCase[], { from, to }: Period): Completeness {
  const submitted = cases.filter(({ submittedAt }) => submittedAt >= from && submittedAt <= to);
  const gathered = submitted.filter(({ isGathered }) => isGathered);
  return { complete: partOf(gathered, wasComplete), gathering: submitted.length - gathered.length };
}
