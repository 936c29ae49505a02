import { eq, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { reportReceipt } from "../schema/index.ts";

export type ReportReceipt = typeof reportReceipt.$inferSelect;

type Received = Pick<ReportReceipt, "reportId" | "seatId" | "organisationId" | "caseId">;

/** The first opening counts. */
export async function noteReportOpened(database: Database, of: Received, at: Date): Promise<void> {
  await database
    .insert(reportReceipt)
    .values({ ...of, openedAt: at })
    .onConflictDoNothing();
}

/** What they say that they did: read it, or saw that it no longer stands. The first time counts; it was opened then at the latest. */
export async function acknowledgeReport(
  database: Database,
  of: Received,
  what: "acknowledgedAt" | "changeSeenAt",
  at: Date,
): Promise<void> {
  const column = reportReceipt[what];
  await database
    .insert(reportReceipt)
    .values({ ...of, openedAt: at, [what]: at })
    .onConflictDoUpdate({
      target: [reportReceipt.reportId, reportReceipt.seatId],
      set: { [what]: sql`coalesce(${column}, ${at.toISOString()}::timestamptz)` },
    });
}

export const receiptsOfCase = (database: Database, caseId: string): Promise<ReportReceipt[]> =>
  database
    .select()
    .from(reportReceipt)
    .where(eq(reportReceipt.caseId, caseId))
    .orderBy(reportReceipt.openedAt);
