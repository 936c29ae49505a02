import { isOver } from "@consilium/clinical";
import { findRecord, updateRequest } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

export interface RequestAnswer {
  readonly request: string;
  /** `open`: it was answered by mistake. `not-applicable`: this case needs no such record. */
  readonly state: "open" | "here" | "unavailable" | "not-applicable";
  /** The record that came, where it is here and one is named. */
  readonly record: string | null;
}

const stored = {
  open: "open",
  here: "received",
  unavailable: "unavailable",
  "not-applicable": "not-applicable",
} as const;

/** Somebody says what became of a request. That a record came answers none by itself: whether it is the one, a person says. */
export const answerRequest = (
  services: Services,
  commander: Commander,
  { request, state, record }: RequestAnswer,
): Promise<Result<{ state: RequestAnswer["state"] }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "request a record", changesRights: false },
    async ({ transaction, key, row, facts, seat, at }) => {
      if (isOver(facts)) return refuse("not-now");
      if (record !== null && !(await findRecord(transaction, key, row.id, record)))
        return refuse("no-such-record");
      const said =
        state === "open" ? { answeredAt: null, answeredBy: null } : { answeredAt: at, answeredBy: seat.id };
      const change = { state: stored[state], ...said };
      const was = await updateRequest(transaction, key, request, change);
      if (was === undefined || was === "withdrawn") return refuse("no-such-request");
      if (was === change.state) return refuse("already-so");
      return ok({
        value: { state },
        act: "record.request-answered",
        subject: request,
        body: { state, ...(record !== null && { record }) },
      });
    },
  );
