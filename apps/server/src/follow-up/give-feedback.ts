import { type FeedbackWords, insertFeedback } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/** The patient's side says once what it was like, or that they do not want to say (null). */
export const giveFeedback = (
  services: Services,
  commander: Commander,
  said: FeedbackWords | null,
): Promise<Result<{ readonly given: boolean }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "give feedback", changesRights: false },
    async ({ transaction, row, seat, key, at }) => {
      const of = { seatId: seat.id, organisationId: row.organisationId, caseId: row.id, at };
      if (!(await insertFeedback(transaction, key, { ...of, said }))) return refuse("already-so");
      const isGiven = said !== null;
      return ok({
        value: { given: isGiven },
        act: "feedback.given",
        subject: seat.id,
        body: { skipped: !isGiven },
      });
    },
  );
