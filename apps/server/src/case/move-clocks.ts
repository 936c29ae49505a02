import {
  type CaseState,
  type ClockEvent,
  type ClockKind,
  type ClockMove,
  clockMoves,
} from "@consilium/clinical";
import {
  type CaseClock,
  clocksOfCases,
  endClockPause,
  findOrganisation,
  insertClock,
  insertClockPause,
  lastStepAt,
  updateClock,
} from "@consilium/database";
import { type ProgrammeCalendar, workingDaysOf } from "../clock/working-days.ts";
import type { Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/** What a step of the case does to its clocks, in the step's transaction and before its event is written. */
export const moveClocks = (
  services: Services,
  scope: Scope,
  to: CaseState,
  reason: string | null,
): Promise<void> => moveClocksBy(services, scope, { is: "step", from: scope.row.state, to }, reason ?? "");

/** In the transaction of whatever moves them. A clock that starts and has no row yet gets one. */
export async function moveClocksBy(
  services: Services,
  scope: Scope,
  event: ClockEvent,
  reason = "",
): Promise<void> {
  const { transaction, row, at } = scope;
  const clocks = await clocksOfCases(transaction, [row.id]);
  const times = await clockTimesOf(scope, clocks);
  const { zone, days } = await programmeOf(scope);
  for (const move of clockMoves(event, { at, tier: row.tier, zone, days }, times)) {
    const clock = clocks.find(({ kind }) => kind === move.kind);
    if (clock) await moveClock(services, scope, clock, move, reason);
    else if (move.move === "start") await beginClock(services, scope, { ...move, zone });
  }
}

/** The clocks with what stands of them, and whether it stands because the whole case does. */
export async function clockTimesOf({ transaction, row }: Scope, clocks: readonly CaseClock[]) {
  const pausedAt = row.state === "paused" ? await lastStepAt(transaction, row.id) : undefined;
  return clocks.map((clock) => ({
    ...clock,
    pausedSince: clock.pause?.fromAt ?? null,
    isPausedWithCase: clock.pause !== null && clock.pause.fromAt.getTime() === pausedAt?.getTime(),
  }));
}

/** Where the case is looked after, and which days count there. */
export async function programmeOf({
  transaction,
  row,
}: Pick<Scope, "transaction" | "row">): Promise<{ zone: string; days: ProgrammeCalendar }> {
  const organisation = await findOrganisation(transaction, row.organisationId);
  if (!organisation) throw new Error("The programme of a case is not there");
  return { zone: organisation.details.zone, days: await workingDaysOf(organisation.details) };
}

const beginClock = (
  { createId }: Services,
  { transaction, row, at }: Scope,
  { kind, due, zone }: { readonly kind: ClockKind; readonly due: Date; readonly zone: string },
): Promise<void> => {
  const of = { organisationId: row.organisationId, caseId: row.id };
  return insertClock(transaction, {
    id: createId(),
    ...of,
    kind,
    zone,
    startedAt: at,
    dueAt: due,
    doneAt: null,
  });
};

async function moveClock(
  { createId }: Services,
  { transaction, row, seat, key, at }: Scope,
  { id, startedAt }: CaseClock,
  move: ClockMove,
  reason: string,
): Promise<void> {
  if (move.move === "pause") {
    const of = { organisationId: row.organisationId, caseId: row.id, seatId: seat.id };
    const pause = { id: createId(), ...of, clockId: id, fromAt: at, toAt: null, reason };
    return insertClockPause(transaction, key, pause);
  }
  await endClockPause(transaction, id, at);
  switch (move.move) {
    case "start":
      return updateClock(transaction, id, { startedAt: at, dueAt: move.due, doneAt: null });
    case "meet":
      return updateClock(transaction, id, { startedAt: startedAt ?? at, doneAt: at });
    case "reset":
      return updateClock(transaction, id, { startedAt: null, dueAt: null, doneAt: null });
    case "resume":
      return updateClock(transaction, id, { dueAt: move.due });
  }
}
