import { answerVisit as keepAnswer, visitsOfCase } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

export interface AnsweredVisit {
  readonly visitId: string;
  readonly state: "planned" | "not-possible";
  /** Of a planned one: when it is to be. */
  readonly planned: Date | null;
  /** A word with the time; of one that is not possible: why. */
  readonly answer: string | null;
}

/** With a time, or with why it is not possible; whoever asked hears of it. A planned one may be given another time. */
export const answerVisit = (
  services: Services,
  commander: Commander,
  { visitId, state, planned, answer }: AnsweredVisit,
): Promise<Result<{ readonly state: string }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "answer a wish for a visit", changesRights: false },
    async ({ transaction, key, seat, at, notify }) => {
      const visit = (await visitsOfCase(transaction, key)).find(({ id }) => id === visitId);
      if (!visit) return refuse("no-such-visit");
      if (visit.state !== "open" && visit.state !== "planned") return refuse("already-so");
      if (state === "planned" && planned === null) return refuse("malformed-request");
      if (planned !== null && planned <= at) return refuse("in-the-past");
      if (state === "not-possible" && !answer?.trim()) return refuse("reason-needed");
      await keepAnswer(transaction, key, visit, {
        state,
        answeredAt: at,
        answeredBy: seat.id,
        planned: state === "planned" ? planned : null,
        answer: answer?.trim() || null,
      });
      await notify({ kind: "visit-answered", subject: visitId, seats: [visit.seatId] });
      return ok({ value: { state }, act: "visit.answered", subject: visitId, body: { state } });
    },
  );
