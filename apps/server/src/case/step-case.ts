import { type CaseState, isOver, mayCoordinate, needsReason } from "@consilium/clinical";
import { insertLifecycleEvent, updateCase } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import { endConferences } from "../conference/end-with-case.ts";
import type { Services } from "../services.ts";
import { moveClocks } from "./move-clocks.ts";

export interface Step {
  readonly to: CaseState;
  readonly reason: string | null;
}

/** The coordinator moves the case along its lifecycle, pauses it or lets it go on. */
export const stepCase = (
  services: Services,
  commander: Commander,
  step: Step,
): Promise<Result<{ state: CaseState }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "lifecycle, clocks, requests, marking an item as revealing", changesRights: true },
    (scope) => moveTo(services, scope, step),
  );

async function moveTo(
  services: Services,
  scope: Scope,
  { to, reason }: Step,
): Promise<Result<Done<{ state: CaseState }>, RefusalReason>> {
  const { state, pausedFrom } = scope.row;
  if (!mayCoordinate(state, to, pausedFrom)) return refuse("not-now");
  if (needsReason(to) && !reason?.trim()) return refuse("reason-needed");
  await recordStep(services, scope, { to, reason });
  return ok({ value: { state: to }, act: "case.stepped", subject: scope.row.id, body: { from: state, to } });
}

/** The state, its clocks, what ends with it and the event that tells of it, in the command's transaction. */
export async function recordStep(services: Services, scope: Scope, { to, reason }: Step): Promise<void> {
  const { transaction, row, seat, key, at } = scope;
  await moveClocks(services, scope, to, reason);
  if (isOver({ state: to, interrupted: null })) await endConferences(services, scope, "case-over");
  await updateCase(transaction, row.id, {
    state: to,
    pausedFrom: to === "paused" ? row.state : null,
    ...(to === "submitted" && { submittedAt: at }),
    ...(to === "closed" && { closedAt: at }),
  });
  await insertLifecycleEvent(transaction, key, {
    id: services.createId(),
    organisationId: row.organisationId,
    caseId: row.id,
    from: row.state,
    to,
    seatId: seat.id,
    at,
    reason,
  });
}
