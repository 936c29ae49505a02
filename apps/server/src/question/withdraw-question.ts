import { questionRowsOfCases, withdrawQuestion as withdraw } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/**
 * A question is taken back. It stays visible as withdrawn: somebody may have answered it already. Whoever writes an opinion that is
 * not signed hears of it.
 */
export const withdrawQuestion = (
  services: Services,
  commander: Commander,
  questionId: string,
): Promise<Result<{ withdrawn: string }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "withdraw or rank a question", changesRights: false },
    async ({ transaction, row, facts, at, notify }) => {
      const questions = await questionRowsOfCases(transaction, [row.id]);
      const asked = questions.find(({ id }) => id === questionId);
      if (!asked) return refuse("no-such-question");
      if (asked.withdrawnAt) return refuse("already-so");
      await withdraw(transaction, questionId, at);
      const seats = facts.opinions.flatMap(({ state, authors }) => (state === "signed" ? [] : authors));
      await notify({ kind: "question-withdrawn", subject: questionId, seats });
      return ok({ value: { withdrawn: questionId }, act: "question.withdrawn", subject: questionId });
    },
  );
