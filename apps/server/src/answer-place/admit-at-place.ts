import {
  announceFile,
  caseOfUpload,
  deleteDeliveredFiles,
  deliveredFileId,
  deliveredFilesOf,
  loadPlace,
  unloadPlace,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { z } from "zod";
import type { RefusalReason } from "../api/refusal.ts";
import type { AnnouncedUpload } from "../delivery/admit-upload.ts";
import { announcedIn } from "../delivery/announced.ts";
import type { Services } from "../services.ts";
import { type AtPlace, enterPlace } from "./enter-place.ts";
import { deliveryAtPlace } from "./place-deliveries.ts";
import { placeLimits } from "./place-limits.ts";

const ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);

/** A place for one more file of a delivery, within what a request takes in all. */
export async function admitNewAtPlace(
  services: Services,
  at: AtPlace,
  request: Request,
): Promise<Result<AnnouncedUpload, RefusalReason>> {
  const announced = announcedIn(request.headers);
  if (!announced?.delivery) return refuse("malformed-request");
  const { delivery: deliveryId, filename, relativePath, file, bytes } = announced;
  const { key, place } = at;
  const found = await deliveryAtPlace(services, at, deliveryId);
  if (found?.state !== "arriving") return refuse("no-such-delivery");
  const { organisationId, caseId, seatId } = place;
  const id = file ? deliveredFileId(key, deliveryId, file) : services.createId();
  const spoolKey = services.createSecret();
  const path = relativePath ?? filename;
  const made = { id, organisationId, caseId, deliveryId, bytes, path, spoolKey: spoolKey.toString("base64") };
  return services.open.database.transaction(async (transaction) => {
    const sender = { seatId, requestId: place.requestId };
    // It was announced before: it is not counted twice.
    if (!(await announceFile(transaction, key, made, sender))) return ok({ id, madeUnder: undefined });
    if (await loadPlace(transaction, place.id, { files: 1, bytes }, placeLimits))
      return ok({ id, madeUnder: spoolKey });
    await deleteDeliveredFiles(transaction, [id]);
    return refuse("place-full");
  });
}

export interface UploadAtPlace extends AtPlace {
  readonly deliveryId: string;
}

/** Whether they may go on with a file: asked with each piece of it, and each second of one. */
export async function admitAtPlace(
  services: Services,
  headers: Headers,
  id: string,
): Promise<Result<UploadAtPlace, RefusalReason>> {
  const entered = await enterPlace(services, headers);
  if (!entered.ok) return entered;
  const found = ulid.safeParse(id).success ? await caseOfUpload(services.open.database, id) : undefined;
  const delivery = found && (await deliveryAtPlace(services, entered.value, found.deliveryId));
  if (!found || found.caseId !== entered.value.place.caseId || !delivery) return refuse("no-such-file");
  if (delivery.state !== "arriving") return refuse("not-now");
  return ok({ ...entered.value, deliveryId: found.deliveryId });
}

/** What a file that was taken back had been counted as. */
export async function uncount(
  { open: { database } }: Pick<Services, "open">,
  { key, place, deliveryId }: UploadAtPlace,
  id: string,
): Promise<void> {
  const file = (await deliveredFilesOf(database, key, deliveryId)).find((one) => one.id === id);
  if (file) await unloadPlace(database, place.id, { files: 1, bytes: file.bytes });
}
