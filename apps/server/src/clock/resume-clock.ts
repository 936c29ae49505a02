import { type ClockKind, dueAfterPause } from "@consilium/clinical";
import { endClockPause, updateClock } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import type { Commander } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { onOpenClock } from "./open-clock.ts";

/** One clock goes on: its deadline is later by as long as it stood. What stands with the case goes on with the case. */
export const resumeClock = (
  services: Services,
  commander: Commander,
  kind: ClockKind,
): Promise<Result<{ due: string }, RefusalReason>> =>
  onOpenClock(services, commander, kind, async ({ transaction, at }, clock) => {
    const due = dueAfterPause(clock, at);
    if (!due) return refuse("already-so");
    if (clock.isPausedWithCase) return refuse("not-now");
    await endClockPause(transaction, clock.id, at);
    await updateClock(transaction, clock.id, { dueAt: due });
    const body = { kind, due: due.toISOString() };
    return ok({ value: { due: body.due }, act: "clock.resumed", subject: clock.id, body });
  });
