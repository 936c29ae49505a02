import { isOver } from "@consilium/clinical";
import {
  answerPlaceOfRequest,
  changeDelivery,
  deliveriesOfRequest,
  findRequest,
  updateRequest,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { letterOf } from "../answer-place/place-letters.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand, type Scope } from "../command/run-command.ts";
import { askedSeats } from "../notify/told-seats.ts";
import type { Services } from "../services.ts";

export interface Withdrawal {
  readonly request: string;
  /** In the words of who withdraws it. */
  readonly because: string;
}

/** It is not wanted any more: whom it asked is told, nobody is reminded, and what was on its way through its answer place goes. */
export async function withdrawRequest(
  services: Services,
  commander: Commander,
  { request, because }: Withdrawal,
): Promise<Result<{ readonly state: "withdrawn" }, RefusalReason>> {
  const key = await services.keys.of(commander.caseId);
  // Who asked never changes, so it may be read before the case's lock.
  const asked = await findRequest(services.open.database, key, request);
  const dropped: string[] = [];
  const done = await runCommand(
    services,
    commander,
    {
      command: "withdraw a request",
      changesRights: false,
      object: () => (asked ? { askedBy: asked.seatId } : {}),
    },
    async (scope) => {
      const { transaction, facts, seat, at } = scope;
      if (isOver(facts)) return refuse("not-now");
      if (because.trim() === "") return refuse("reason-needed");
      const found = await findRequest(transaction, key, request);
      if (!found) return refuse("no-such-request");
      if (found.state === "withdrawn") return refuse("already-so");
      if (found.state !== "open") return refuse("not-now");
      const change = { answeredAt: at, answeredBy: seat.id, answer: because.trim() };
      await updateRequest(transaction, key, request, { state: "withdrawn", ...change });
      await tell(services, scope, request, found);
      dropped.push(...(await dropArriving(scope, request)));
      const value = { state: "withdrawn" } as const;
      return ok({ value, act: "record.request-withdrawn", subject: request });
    },
  );
  if (done.ok) for (const id of dropped) await services.deliveries.stop(key, id);
  return done;
}

type Asked = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

async function tell(
  services: Services,
  { transaction, row, key, notify, sendMail }: Scope,
  request: string,
  { of, address, seatId }: Asked,
): Promise<void> {
  const seats = of ? await askedSeats(transaction, row.id, of) : [];
  await notify({ kind: "request-withdrawn", subject: request, seats: [...seats, seatId] });
  const place = await answerPlaceOfRequest(transaction, request);
  if (!address || !place) return;
  const letter = await letterOf(services, transaction, key, place, { kind: "withdrawn", due: null });
  await sendMail({ address, ...letter });
}

/** What was on its way through the answer place. */
async function dropArriving({ transaction, key, at }: Scope, request: string): Promise<readonly string[]> {
  const dropped: string[] = [];
  for (const { id } of await deliveriesOfRequest(transaction, key, request)) {
    const change = { state: "cancelled", reading: null } as const;
    if (await changeDelivery(transaction, key, id, { from: ["arriving"], at }, change)) dropped.push(id);
  }
  return dropped;
}
