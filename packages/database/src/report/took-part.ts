import { and, eq, gt, isNotNull } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { document, updateLog } from "../schema/index.ts";

/** The seats that put something into a document after a sequence, in no order. */
export async function seatsThatWrote(
  database: Database,
  documentId: string,
  after: number,
): Promise<readonly string[]> {
  const rows = await database
    .selectDistinct({ seatId: updateLog.seatId })
    .from(updateLog)
    .where(and(eq(updateLog.documentId, documentId), gt(updateLog.sequence, after)));
  return rows.map(({ seatId }) => seatId);
}

export interface FinishedBlindRead {
  readonly seatId: string;
  readonly at: Date;
}

/** The blind reads of a case that are finished, in the order in which they were begun. */
export async function finishedBlindReads(
  database: Database,
  caseId: string,
): Promise<readonly FinishedBlindRead[]> {
  const isFinished = and(
    eq(document.kind, "opinion"),
    eq(document.state, "frozen"),
    isNotNull(document.ownerSeatId),
  );
  const rows = await database
    .select({ seatId: document.ownerSeatId, at: document.frozenAt })
    .from(document)
    .where(and(eq(document.caseId, caseId), isFinished))
    .orderBy(document.createdAt, document.id);
  return rows.flatMap(({ seatId, at }) => (seatId && at ? [{ seatId, at }] : []));
}
