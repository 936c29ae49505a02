import { isOver } from "@consilium/clinical";
import { insertRequest } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

export interface WantedRecord {
  readonly what: string;
  readonly from: string | null;
  readonly why: string | null;
  readonly due: Date | null;
  /** The opinion waits for it, or says that it does not have it. */
  readonly required: boolean;
}

/** Somebody asks for a record that the case does not have. */
export const requestRecord = (
  services: Services,
  commander: Commander,
  { what, from, why, due, required }: WantedRecord,
): Promise<Result<{ request: string }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "request a record", changesRights: false },
    async ({ transaction, row, facts, key, seat, at }) => {
      if (isOver(facts)) return refuse("not-now");
      const id = services.createId();
      await insertRequest(
        transaction,
        key,
        {
          id,
          organisationId: row.organisationId,
          caseId: row.id,
          state: "open",
          required,
          seatId: seat.id,
          askedAt: at,
          dueAt: due,
          answeredAt: null,
        },
        { what, from, why, message: null, answer: null },
      );
      return ok({ value: { request: id }, act: "record.requested", subject: id, body: { required } });
    },
  );
