import { isOver } from "@consilium/clinical";
import { questionRowsOfCases, questionWordsOf, wordForBlind as word } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/** What a blind reader reads in the place of a question that tells the first opinion. Null: the question itself. */
export const wordForBlind = (
  services: Services,
  commander: Commander,
  questionId: string,
  text: string | null,
): Promise<Result<{ question: string }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "lifecycle, clocks, requests, marking an item as revealing", changesRights: false },
    async ({ transaction, key, row, facts }) => {
      if (isOver(facts)) return refuse("not-now");
      const asked = (await questionRowsOfCases(transaction, [row.id])).find(({ id }) => id === questionId);
      if (!asked) return refuse("no-such-question");
      const words = text?.trim() || null;
      if (questionWordsOf(key, asked).textForBlind === words) return refuse("already-so");
      await word(transaction, key, asked, words);
      const body = { own: words !== null };
      return ok({
        value: { question: questionId },
        act: "question.worded-for-blind",
        subject: questionId,
        body,
      });
    },
  );
