import { answerVisit, insertVisit, type StoredVisit, visitsOfCase } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import { visitAnswerers } from "../notify/told-seats.ts";
import type { Services } from "../services.ts";

export interface WishedVisit {
  /** What the patient's side wants to speak about. */
  readonly why: string;
  /** When it would suit them, in their words. */
  readonly times: string;
}

/** One wish at a time waits for an answer. */
const isOpen = ({ state }: Pick<StoredVisit, "state">): boolean => state === "open";

/** The patient's side asks to be seen and heard by video; whoever may answer hears of it. */
export const askForVisit = (
  services: Services,
  commander: Commander,
  { why, times }: WishedVisit,
): Promise<Result<{ readonly visit: string }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "ask for a visit", changesRights: false },
    async ({ transaction, row, seat, key, at, notify }) => {
      if (!why.trim() || !times.trim()) return refuse("reason-needed");
      if ((await visitsOfCase(transaction, key)).some(isOpen)) return refuse("already-so");
      const id = services.createId();
      const of = { id, organisationId: row.organisationId, caseId: row.id, seatId: seat.id, at };
      await insertVisit(transaction, key, of, { why: why.trim(), times: times.trim() });
      const seats = await visitAnswerers(transaction, row.id);
      await notify({ kind: "visit-asked", subject: id, seats });
      return ok({ value: { visit: id }, act: "visit.asked", subject: id });
    },
  );

/** They do not want it any more, answered or not; whoever may have given it a time hears of it. */
export const takeBackVisit = (
  services: Services,
  commander: Commander,
  visitId: string,
): Promise<Result<{ readonly state: "taken-back" }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "ask for a visit", changesRights: false },
    async ({ transaction, row, key, notify }) => {
      const visit = (await visitsOfCase(transaction, key)).find(({ id }) => id === visitId);
      if (!visit) return refuse("no-such-visit");
      if (visit.state === "taken-back" || visit.state === "not-possible") return refuse("already-so");
      const { answeredAt, answeredBy, planned, answer } = visit;
      const change = { state: "taken-back", answeredAt, answeredBy, planned, answer } as const;
      await answerVisit(transaction, key, visit, change);
      const seats = await visitAnswerers(transaction, row.id);
      await notify({ kind: "visit-taken-back", subject: visitId, seats });
      return ok({ value: { state: "taken-back" as const }, act: "visit.taken-back", subject: visitId });
    },
  );
