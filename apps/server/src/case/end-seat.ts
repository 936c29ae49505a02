import { isSeated, type Seat } from "@consilium/clinical";
import { findSeat, seatsOfCases, updateSeat } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, type Done, runCommand, type Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/** Ends a place in the case: its sockets close within a second, what it has not saved is not taken any more. */
export async function endSeat(
  services: Services,
  commander: Commander,
  seatId: string,
): Promise<Result<{ ended: string }, RefusalReason>> {
  const ending = await findSeat(services.open.database, seatId);
  if (ending?.caseId !== commander.caseId) return refuse("no-such-seat");
  return runCommand(
    services,
    commander,
    { command: "give or end a seat", changesRights: true, object: () => ({ role: ending.role }) },
    (scope) => end(scope, ending),
  );
}

async function end(
  { transaction, row, at }: Scope,
  ending: Seat,
): Promise<Result<Done<{ ended: string }>, RefusalReason>> {
  const seats = await seatsOfCases(transaction, [row.id]);
  const now = seats.find(({ id }) => id === ending.id);
  if (!now || !isSeated(now, at)) return refuse("already-so");
  const others = seats.filter((seat) => seat.id !== ending.id && isSeated(seat, at));
  // A draft without an author is nobody's: a successor is seated first.
  if (isAuthor(now) && row.state === "in-review" && !others.some(isAuthor)) return refuse("last-author");
  const isLastCoordinator = now.role === "coordinator" && !others.some(({ role }) => role === "coordinator");
  // Nobody else could move the case along, or seat one.
  if (isLastCoordinator) return refuse("last-coordinator");
  await updateSeat(transaction, ending.id, { toAt: at });
  return ok({ value: { ended: ending.id }, act: "seat.ended", subject: ending.id });
}

const isAuthor = ({ role, mode }: Seat): boolean => role === "specialist" && mode === "author";
