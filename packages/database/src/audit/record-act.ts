import type { Database } from "../open-database.ts";
import { audit } from "../schema/audit.ts";

export interface Act {
  /** What was done, as `case.submitted`. */
  readonly act: string;
  readonly organisationId?: string | null;
  readonly caseId?: string | null;
  readonly personId?: string | null;
  readonly seatId?: string | null;
  /** What it was done to: an id, or a document's name. */
  readonly subject?: string | null;
  /** Ids, sequences, counts, states. Never words of a case: the audit is not sealed and outlives an erasure. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Only the demo's seed says when: everything else is audited as it happens. */
  readonly at?: Date;
}

/** In the transaction of the act itself: neither is there without the other. */
export async function recordAct(transaction: Database, act: Act): Promise<void> {
  await transaction.insert(audit).values(act);
}
