import { and, count, eq, inArray, isNotNull, like, max } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { document, lateDraft, updateLog } from "../schema/index.ts";

/** Every document of a case that anybody has opened or made, in the order in which they were. */
export const documentsOfCase = (database: Database, caseId: string) =>
  database
    .select()
    .from(document)
    .where(eq(document.caseId, caseId))
    .orderBy(document.createdAt, document.id);

/** How much of what a seat wrote came after its document was closed, and waits to be looked at. */
export async function countLateDrafts(database: Database, caseId: string, seatId: string): Promise<number> {
  const [row] = await database
    .select({ n: count() })
    .from(lateDraft)
    .where(and(eq(lateDraft.caseId, caseId), eq(lateDraft.seatId, seatId)));
  return row?.n ?? 0;
}

/** What the name `opinion` means in a case. Undefined: it has none. */
export async function leadOpinionName(database: Database, caseId: string): Promise<string | undefined> {
  const [row] = await database
    .select({ name: document.name })
    .from(document)
    .where(and(eq(document.caseId, caseId), eq(document.lead, true)));
  return row?.name;
}

/** When each seat last wrote into one of its layers that everyone may read. */
export async function lastSpoken(database: Database, caseIds: readonly string[]) {
  if (caseIds.length === 0) return [];
  const rows = await database
    .select({ caseId: document.caseId, name: document.name, at: max(updateLog.at) })
    .from(document)
    .innerJoin(updateLog, eq(updateLog.documentId, document.id))
    .where(
      and(
        inArray(document.caseId, [...caseIds]),
        eq(document.kind, "layer"),
        like(document.name, "%.everyone"),
        isNotNull(updateLog.at),
      ),
    )
    .groupBy(document.caseId, document.name);
  return rows.flatMap(({ caseId, name, at }) => {
    const seatId = name.split(".")[1];
    return at && seatId !== undefined ? [{ caseId, seatId, at }] : [];
  });
}
