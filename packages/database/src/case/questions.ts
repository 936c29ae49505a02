import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { question } from "../schema/index.ts";
import type { CaseKey } from "./case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "./sealed-value.ts";

type QuestionRow = typeof question.$inferSelect;

/** `textForBlind` is what a blind specialist reads where the question itself tells the first opinion. */
export interface QuestionWords {
  readonly text: string;
  readonly textForBlind: string | null;
}

const placeOf = ({ id, version }: Pick<QuestionRow, "id" | "version">): SealedPlace<QuestionWords> => ({
  table: "question",
  column: "sealed",
  id: `${id}/${version}`,
});

export async function insertQuestion(
  transaction: Database,
  key: CaseKey,
  row: Omit<QuestionRow, "sealed">,
  words: QuestionWords,
): Promise<void> {
  await transaction.insert(question).values({ ...row, sealed: sealValue(key, placeOf(row), words) });
}

/** The newest version of each question, in rank order. */
export async function questionRowsOfCases(
  database: Database,
  caseIds: readonly string[],
): Promise<readonly QuestionRow[]> {
  if (caseIds.length === 0) return [];
  const rows = await database
    .select()
    .from(question)
    .where(inArray(question.caseId, [...caseIds]))
    .orderBy(question.rank, question.version);
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

export const questionWordsOf = (key: CaseKey, row: QuestionRow): QuestionWords =>
  unsealValue(key, placeOf(row), row.sealed);

export async function withdrawQuestion(transaction: Database, id: string, at: Date): Promise<void> {
  await transaction.update(question).set({ withdrawnAt: at }).where(eq(question.id, id));
}

/** What a blind reader reads instead; null: the question itself. The question and its version stay as they were asked. */
export async function wordForBlind(
  transaction: Database,
  key: CaseKey,
  row: QuestionRow,
  textForBlind: string | null,
): Promise<void> {
  const sealed = sealValue(key, placeOf(row), { ...questionWordsOf(key, row), textForBlind });
  await transaction
    .update(question)
    .set({ sealed })
    .where(and(eq(question.id, row.id), eq(question.version, row.version)));
}
