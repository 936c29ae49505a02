import type { ClockKind } from "@consilium/clinical";
import { insertClockExtension, updateClock } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import type { Commander } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { onOpenClock } from "./open-clock.ts";

export interface Extension {
  readonly kind: ClockKind;
  readonly due: Date;
  readonly reason: string;
}

/** At most so far from now: further is a slip of the hand. */
const longest = 366 * 86_400_000;

/** A deadline is moved to a later day, with a reason. It is never moved to an earlier one, nor into the past. */
export const extendClock = (
  services: Services,
  commander: Commander,
  { kind, due, reason }: Extension,
): Promise<Result<{ due: string }, RefusalReason>> =>
  onOpenClock(services, commander, kind, async ({ transaction, key, row, seat, at }, clock) => {
    if (!reason.trim()) return refuse("reason-needed");
    if (due <= clock.dueAt || due <= at || due.getTime() - at.getTime() > longest) return refuse("not-later");
    await updateClock(transaction, clock.id, { dueAt: due });
    await insertClockExtension(transaction, key, {
      id: services.createId(),
      organisationId: row.organisationId,
      caseId: row.id,
      clockId: clock.id,
      fromDue: clock.dueAt,
      toDue: due,
      at,
      seatId: seat.id,
      reason: reason.trim(),
    });
    const body = { kind, from: clock.dueAt.toISOString(), to: due.toISOString() };
    return ok({ value: { due: body.to }, act: "clock.extended", subject: clock.id, body });
  });
