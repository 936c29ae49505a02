import { type CaseClockTimes, type ClockKind, isOver } from "@consilium/clinical";
import { type CaseClock, clocksOfCases } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { clockTimesOf } from "../case/move-clocks.ts";
import type { Commander, Done, Scope } from "../command/run-command.ts";
import { runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/** A clock that runs or stands, with its deadline. */
export type OpenClock = CaseClock & CaseClockTimes & { readonly dueAt: Date };

/** The clock that a command is about. One that has not begun, or was met, has nothing to move. */
async function findOpenClock(scope: Scope, kind: ClockKind): Promise<Result<OpenClock, RefusalReason>> {
  if (isOver(scope.facts)) return refuse("not-now");
  const clocks = await clockTimesOf(scope, await clocksOfCases(scope.transaction, [scope.row.id]));
  const clock = clocks.find((found) => found.kind === kind);
  if (!clock?.dueAt || (clock.state !== "running" && clock.state !== "paused")) return refuse("not-now");
  return ok({ ...clock, dueAt: clock.dueAt });
}

/** A coordinator moves one clock of a case that is not over. It changes no right. */
export const onOpenClock = <T>(
  services: Services,
  commander: Commander,
  kind: ClockKind,
  change: (scope: Scope, clock: OpenClock) => Promise<Result<Done<T>, RefusalReason>>,
): Promise<Result<T, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "lifecycle, clocks, requests, marking an item as revealing", changesRights: false },
    async (scope) => {
      const clock = await findOpenClock(scope, kind);
      return clock.ok ? change(scope, clock.value) : clock;
    },
  );
