import {
  arrivalOf,
  changeDelivery,
  type Delivery,
  findDelivery,
  insertDelivery,
  unloadPlace,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { startReading } from "../delivery/deliver.ts";
import type { Services } from "../services.ts";
import { actAtPlace } from "./act-at-place.ts";
import type { AtPlace } from "./enter-place.ts";

/** What comes through a place comes in the seat of who asked, and bears the request. */
export const beginAtPlace = (
  services: Services,
  at: AtPlace,
  id: string,
): Promise<Result<{ readonly id: string; readonly isNew: boolean }, RefusalReason>> =>
  actAtPlace(services, at, async ({ transaction, place, at: now }) => {
    const { organisationId, caseId, seatId, requestId } = place;
    const made = { id, organisationId, caseId, seatId, requestId, at: now };
    const isNew = await insertDelivery(transaction, { ...made, place: services.deliveries.place });
    if (!isNew && !(await deliveryAtPlace(services, at, id))) return refuse("no-such-delivery");
    return ok({ value: { id, isNew }, act: "place.delivery-begun", body: { delivery: id } });
  });

/** One that came through this place. */
export async function deliveryAtPlace(
  { open: { database } }: Pick<Services, "open">,
  { key, place }: AtPlace,
  id: string,
): Promise<Delivery | undefined> {
  const found = await findDelivery(database, key, id);
  return found?.requestId === place.requestId ? found : undefined;
}

/** That is all of this delivery: it is read as any other is. */
export async function completeAtPlace(
  services: Services,
  at: AtPlace,
  id: string,
  files: number,
): Promise<Result<{ readonly state: Delivery["state"] }, RefusalReason>> {
  const found = await deliveryAtPlace(services, at, id);
  if (!found) return refuse("no-such-delivery");
  if (found.state !== "arriving") return ok({ state: found.state });
  const { database } = services.open;
  const from = { from: ["arriving"], at: services.now() } as const;
  await changeDelivery(database, at.key, id, from, { expected: files });
  const arrival = (await arrivalOf(database, [id])).get(id);
  if (arrival?.arrived !== files) return refuse("files-missing");
  await startReading(services, at, id);
  return ok({ state: "waiting" });
}

/** While it arrives; what was read is the case's. */
export async function cancelAtPlace(
  services: Services,
  at: AtPlace,
  id: string,
): Promise<Result<{ readonly cancelled: true }, RefusalReason>> {
  const done = await actAtPlace(services, at, async ({ transaction, key, place, at: now }) => {
    if (!(await deliveryAtPlace(services, at, id))) return refuse("no-such-delivery");
    const arrival = (await arrivalOf(transaction, [id])).get(id);
    const change = { state: "cancelled", reading: null } as const;
    if (!(await changeDelivery(transaction, key, id, { from: ["arriving"], at: now }, change)))
      return refuse("already-so");
    if (arrival) await unloadPlace(transaction, place.id, arrival);
    const value = { cancelled: true } as const;
    return ok({ value, act: "place.delivery-cancelled", body: { delivery: id } });
  });
  if (done.ok) await services.deliveries.stop(at.key, id);
  return done;
}
