import { asc, eq } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { feedback } from "../schema/index.ts";

type FeedbackRow = typeof feedback.$inferSelect;

/** Three questions with closed answers, and a sentence. */
export interface FeedbackWords {
  readonly understood: string;
  readonly decided: string;
  readonly recommended: string;
  readonly words: string;
}

export interface StoredFeedback extends Omit<FeedbackRow, "sealed"> {
  /** Null: they did not want to say anything. */
  readonly said: FeedbackWords | null;
}

const placeOf = (id: string): SealedPlace<FeedbackWords> => ({ table: "feedback", column: "sealed", id });

/** Gives whether it was taken: of a seat there is one. `said` null: skipped. */
export async function insertFeedback(
  transaction: Database,
  key: CaseKey,
  { said, ...row }: Omit<StoredFeedback, "isSkipped">,
): Promise<boolean> {
  const sealed = said && sealValue(key, placeOf(row.seatId), said);
  const taken = await transaction
    .insert(feedback)
    .values({ ...row, isSkipped: said === null, sealed })
    .onConflictDoNothing()
    .returning({ seatId: feedback.seatId });
  return taken.length > 0;
}

export async function feedbackOfCase(database: Database, key: CaseKey): Promise<readonly StoredFeedback[]> {
  const rows = await database
    .select()
    .from(feedback)
    .where(eq(feedback.caseId, key.caseId))
    .orderBy(asc(feedback.at));
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    said: sealed && unsealValue(key, placeOf(row.seatId), sealed),
  }));
}
