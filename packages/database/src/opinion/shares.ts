import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { share, shareOpening } from "../schema/index.ts";

type ShareRow = typeof share.$inferSelect;

export async function insertShare(
  transaction: Database,
  row: Omit<ShareRow, "endedAt" | "endedBy">,
): Promise<void> {
  await transaction.insert(share).values(row);
}

export async function endShare(transaction: Database, id: string, at: Date, seatId: string): Promise<void> {
  await transaction
    .update(share)
    .set({ endedAt: at, endedBy: seatId })
    .where(and(eq(share.id, id), isNull(share.endedAt)));
}

/** Those in force, with the seats that opened them. */
export async function sharesOfCase(
  database: Database,
  caseId: string,
): Promise<readonly (ShareRow & { readonly openedBy: readonly string[] })[]> {
  const rows = await database
    .select()
    .from(share)
    .where(and(eq(share.caseId, caseId), isNull(share.endedAt)))
    .orderBy(share.at);
  const openings = await database.select().from(shareOpening).where(eq(shareOpening.caseId, caseId));
  return rows.map((row) => ({
    ...row,
    openedBy: openings.filter(({ shareId }) => shareId === row.id).map(({ seatId }) => seatId),
  }));
}

/** The first time counts. */
export async function noteShareOpened(
  database: Database,
  opening: typeof shareOpening.$inferInsert,
): Promise<void> {
  await database.insert(shareOpening).values(opening).onConflictDoNothing();
}
