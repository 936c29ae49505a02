import type { Seat } from "@consilium/clinical";
import { type CaseKey, type questionRowsOfCases, questionWordsOf } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Question } from "./case-schemas.ts";
import { readsBlind } from "./reads-blind.ts";

type QuestionRow = Awaited<ReturnType<typeof questionRowsOfCases>>[number];

/** A question can tell the first opinion: a blind specialist reads the words made for them until they reveal. */
export function describeQuestions(
  key: CaseKey,
  rows: readonly QuestionRow[],
  seat: Pick<Seat, "mode" | "revealedAt">,
): z.infer<typeof Question>[] {
  const isBlind = readsBlind(seat);
  return rows.map((row) => {
    const { text, textForBlind } = questionWordsOf(key, row);
    return {
      id: row.id,
      rank: row.rank,
      version: row.version,
      text: isBlind ? (textForBlind ?? text) : text,
      withdrawn: row.withdrawnAt !== null,
    };
  });
}
