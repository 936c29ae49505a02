import type { CaseKey, CaseRow, Database, Offer } from "@consilium/database";

/** An offer under the lock of its case, before it is answered. */
export interface OpenOffer {
  readonly transaction: Database;
  readonly row: CaseRow;
  readonly key: CaseKey;
  readonly offer: Offer;
  readonly at: Date;
}

/** What became of it, and the documents that now exist. */
export interface Settled {
  readonly caseId: string;
  readonly state: "accepted" | "declined";
  readonly documents: readonly string[];
}

/** For the audit: they have no seat when they answer. */
export const whoAnswers = ({ row, offer }: OpenOffer) => ({
  organisationId: row.organisationId,
  caseId: row.id,
  personId: offer.personId,
});
