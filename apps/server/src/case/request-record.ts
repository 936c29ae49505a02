import { isOver, isSeated, type Role } from "@consilium/clinical";
import {
  type CaseKey,
  type Database,
  findSeat,
  insertRequest,
  requestRowsOfCases,
  requestWordsOf,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import { askedSeats } from "../notify/told-seats.ts";
import type { Services } from "../services.ts";

export interface WantedRecord {
  /** The item of the inventory that it is for. */
  readonly item: string | null;
  readonly what: string;
  /** The institution that should have it. */
  readonly from: string | null;
  /** The seat that is asked. */
  readonly of: string | null;
  /** What exactly. */
  readonly message: string | null;
  readonly why: string | null;
  readonly due: Date | null;
  /** The opinion waits for it, or says that it does not have it. */
  readonly required: boolean;
}

/** Who can be asked: whoever is beside the patient, or is the patient. */
const askable: ReadonlySet<Role> = new Set(["patient", "proxy", "referrer", "care-team"]);

/** Somebody asks for a record that the case does not have. Of one item there is one open request. */
export const requestRecord = (
  services: Services,
  commander: Commander,
  { due, required, ...words }: WantedRecord,
): Promise<Result<{ request: string }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "request a record", changesRights: false },
    async ({ transaction, row, facts, key, seat, at, notify }) => {
      if (isOver(facts)) return refuse("not-now");
      const { item, of } = words;
      if (of !== null && !(await mayBeAsked(transaction, row.id, of, at))) return refuse("no-such-seat");
      if (item !== null && (await isAskedFor(transaction, key, item))) return refuse("already-so");
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
        { ...words, answer: null },
      );
      if (of !== null) {
        const seats = await askedSeats(transaction, row.id, of);
        await notify({ kind: "record-asked", subject: id, seats });
      }
      return ok({ value: { request: id }, act: "record.requested", subject: id, body: { required } });
    },
  );

async function mayBeAsked(transaction: Database, caseId: string, seatId: string, at: Date): Promise<boolean> {
  const seat = await findSeat(transaction, seatId);
  return seat?.caseId === caseId && isSeated(seat, at) && askable.has(seat.role);
}

async function isAskedFor(transaction: Database, key: CaseKey, item: string): Promise<boolean> {
  const rows = await requestRowsOfCases(transaction, [key.caseId]);
  return rows.some((row) => row.state === "open" && requestWordsOf(key, row).item === item);
}
