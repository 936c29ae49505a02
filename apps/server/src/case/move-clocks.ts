import { type CaseState, type ClockMove, clockMoves } from "@consilium/clinical";
import {
  type CaseClock,
  clocksOfCases,
  endClockPause,
  insertClockPause,
  lastStepAt,
  updateClock,
} from "@consilium/database";
import type { Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/** What a step of the case does to its clocks, in the step's transaction and before its event is written. */
export async function moveClocks(
  services: Services,
  scope: Scope,
  to: CaseState,
  reason: string | null,
): Promise<void> {
  const { transaction, row, at } = scope;
  const clocks = await clocksOfCases(transaction, [row.id]);
  const pausedAt = row.state === "paused" ? await lastStepAt(transaction, row.id) : undefined;
  const times = clocks.map((clock) => ({
    ...clock,
    pausedSince: clock.pause?.fromAt ?? null,
    isPausedWithCase: clock.pause !== null && clock.pause.fromAt.getTime() === pausedAt?.getTime(),
  }));
  for (const move of clockMoves({ from: row.state, to, at, tier: row.tier }, times)) {
    const clock = clocks.find(({ kind }) => kind === move.kind);
    if (clock) await moveClock(services, scope, clock, move, reason ?? "");
  }
}

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
