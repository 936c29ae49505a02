import { recordsAccess } from "@consilium/clinical";
import {
  arrivalOf,
  changeDelivery,
  type Delivery,
  findDelivery,
  insertDelivery,
  recordAct,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { commanderOf } from "../api/route-parts.ts";
import { runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/** `isNew` is false where it was begun before: a client that got no answer asks again. */
export const beginDelivery = (
  services: Services,
  visit: Visit,
  id: string,
): Promise<Result<{ readonly id: string; readonly isNew: boolean }, RefusalReason>> =>
  runCommand(
    services,
    commanderOf(visit),
    { command: "add a record", changesRights: false },
    async ({ transaction, row, seat, at }) => {
      const made = { id, organisationId: row.organisationId, caseId: row.id, seatId: seat.id, at };
      const isNew = await insertDelivery(transaction, { ...made, place: services.deliveries.place });
      if (!isNew && !(await ownDelivery(services, visit, id))) return refuse("no-such-delivery");
      return ok({ value: { id, isNew }, act: "delivery.begun", subject: id });
    },
  );

/** A delivery of this seat. What others bring is theirs to go on with or to end; what came through a request is the coordinator's too. */
export async function ownDelivery(
  { open: { database } }: Services,
  { key, seat }: Visit,
  id: string,
): Promise<Delivery | undefined> {
  const found = await findDelivery(database, key, id);
  const isOwn = found?.seatId === seat.id || (found?.requestId && seat.role === "coordinator");
  return isOwn ? found : undefined;
}

/** That is all, so many files. Reading begins when they are here, which the last of them may only be after this. */
export async function completeDelivery(
  services: Services,
  visit: Visit,
  id: string,
  files: number,
): Promise<Result<{ readonly state: Delivery["state"] }, RefusalReason>> {
  const mayAdd = recordsAccess(visit.seat, visit.facts, services.now()).add;
  if (!mayAdd) return refuse("no-right");
  const found = await ownDelivery(services, visit, id);
  if (!found) return refuse("no-such-delivery");
  if (found.state !== "arriving") return ok({ state: found.state });
  // What an archive gives is complete when all of it is here, and not before.
  if (found.source !== null) return refuse("not-now");
  const { database } = services.open;
  const from = { from: ["arriving"], at: services.now() } as const;
  await changeDelivery(database, visit.key, id, from, { expected: files });
  const arrival = (await arrivalOf(database, [id])).get(id);
  if (arrival?.arrived !== files) return refuse("files-missing");
  await startReading(services, visit, id);
  return ok({ state: "waiting" });
}

/** Once all of its files are here. */
export async function startReading(
  services: Services,
  { key }: Pick<Visit, "key">,
  id: string,
): Promise<void> {
  const from = { from: ["arriving"], at: services.now() } as const;
  if (await changeDelivery(services.open.database, key, id, from, { state: "waiting" }))
    await services.deliveries.read(key, id);
  await services.changed({ caseId: key.caseId, rights: false });
}

/** Nothing of it stays. What was read already is a record, and no delivery any more. */
export async function cancelDelivery(
  services: Services,
  visit: Visit,
  id: string,
): Promise<Result<{ readonly cancelled: true }, RefusalReason>> {
  const done = await runCommand(
    services,
    commanderOf(visit),
    { command: "add a record", changesRights: false },
    async ({ transaction, key, at }) => {
      if (!(await ownDelivery(services, visit, id))) return refuse("no-such-delivery");
      const running = ["arriving", "waiting", "reading", "asking"] as const;
      const change = { state: "cancelled", reading: null } as const;
      if (!(await changeDelivery(transaction, key, id, { from: running, at }, change)))
        return refuse("already-so");
      return ok({ value: { cancelled: true } as const, act: "delivery.cancelled", subject: id });
    },
  );
  if (done.ok) await services.deliveries.stop(visit.key, id);
  return done;
}

/** What is still arriving when whoever sends it may no longer: nothing of it stays, and nobody is asked. */
export async function dropDelivery(services: Services, { key, seat }: Visit, id: string): Promise<void> {
  const { database } = services.open;
  const change = { state: "cancelled", reading: null } as const;
  const from = { from: ["arriving"], at: services.now() } as const;
  if (!(await changeDelivery(database, key, id, from, change))) return;
  const { organisationId, caseId } = key;
  const of = { organisationId, caseId, personId: null, seatId: seat.id };
  await recordAct(database, { ...of, act: "delivery.cancelled", subject: id, body: {} });
  await services.deliveries.stop(key, id);
  await services.changed({ caseId, rights: false });
}

/** Whose records they are, where two people were found. Reading begins again with that. */
export async function answerDelivery(
  services: Services,
  visit: Visit,
  id: string,
  taken: readonly string[],
): Promise<Result<{ readonly state: "waiting" }, RefusalReason>> {
  const done = await runCommand(
    services,
    commanderOf(visit),
    { command: "add a record", changesRights: false },
    async ({ transaction, key, at }) => {
      if (!(await ownDelivery(services, visit, id))) return refuse("no-such-delivery");
      const change = { state: "waiting", taken } as const;
      if (!(await changeDelivery(transaction, key, id, { from: ["asking"], at }, change)))
        return refuse("not-now");
      const body = { taken: taken.length };
      return ok({ value: { state: "waiting" } as const, act: "delivery.answered", subject: id, body });
    },
  );
  if (done.ok) await services.deliveries.read(visit.key, id);
  return done;
}
