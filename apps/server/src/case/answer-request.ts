import { type CommandObject, isOver } from "@consilium/clinical";
import { findRecord, findRequest, findSeat, updateRequest } from "@consilium/database";
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
  /** In the words of who answers. */
  readonly because: string | null;
}

const stored = {
  open: "open",
  here: "received",
  unavailable: "unavailable",
  "not-applicable": "not-applicable",
} as const;

/**
 * Somebody says what became of a request: whoever may ask for records, or was asked. That a record came answers none by itself:
 * whether it is the one, a person says.
 */
export async function answerRequest(
  services: Services,
  commander: Commander,
  { request, state, record, because }: RequestAnswer,
): Promise<Result<{ state: RequestAnswer["state"] }, RefusalReason>> {
  const asked = await whomItAsks(services, commander.caseId, request);
  return runCommand(
    services,
    commander,
    { command: "answer a request", changesRights: false, object: () => asked },
    async ({ transaction, key, row, facts, seat, at, notify }) => {
      if (isOver(facts)) return refuse("not-now");
      if (record !== null && !(await findRecord(transaction, key, row.id, record)))
        return refuse("no-such-record");
      const said =
        state === "open"
          ? { answeredAt: null, answeredBy: null, answer: null }
          : { answeredAt: at, answeredBy: seat.id, answer: because };
      const change = { state: stored[state], ...said };
      const was = await updateRequest(transaction, key, request, change);
      if (was === undefined || was.state === "withdrawn") return refuse("no-such-request");
      if (was.state === change.state) return refuse("already-so");
      if (state !== "open") await notify({ kind: "request-answered", subject: request, seats: [was.seatId] });
      return ok({
        value: { state },
        act: "record.request-answered",
        subject: request,
        body: { state, ...(record !== null && { record }) },
      });
    },
  );
}

/** It never changes, so it may be read before the case's lock. */
async function whomItAsks(services: Services, caseId: string, request: string): Promise<CommandObject> {
  const { database } = services.open;
  const words = await findRequest(database, await services.keys.of(caseId), request);
  const seat = words?.of ? await findSeat(database, words.of) : undefined;
  return seat ? { askedOf: seat } : {};
}
