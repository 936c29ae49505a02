import type { ClockKind } from "@consilium/clinical";
import { insertClockPause } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import type { Commander } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { onOpenClock } from "./open-clock.ts";

/** One clock stands while the others run, with a reason. Going on with the case does not go on with it. */
export const pauseClock = (
  services: Services,
  commander: Commander,
  kind: ClockKind,
  reason: string,
): Promise<Result<{ state: "paused" }, RefusalReason>> =>
  onOpenClock(services, commander, kind, async ({ transaction, key, row, seat, at }, clock) => {
    if (!reason.trim()) return refuse("reason-needed");
    if (clock.state === "paused") return refuse("already-so");
    await insertClockPause(transaction, key, {
      id: services.createId(),
      organisationId: row.organisationId,
      caseId: row.id,
      clockId: clock.id,
      fromAt: at,
      toAt: null,
      seatId: seat.id,
      reason: reason.trim(),
    });
    return ok({ value: { state: "paused" }, act: "clock.paused", subject: clock.id, body: { kind } });
  });
