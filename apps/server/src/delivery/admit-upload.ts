import { recordsAccess } from "@consilium/clinical";
import {
  caseOfUpload,
  deliveredFileId,
  findDelivery,
  insertDeliveredFile,
  insertDelivery,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { Metadata } from "@tus/server";
import { z } from "zod";
import { type Seated, seatHeader, takeSeat } from "../api/enter-case.ts";
import type { RefusalReason } from "../api/refusal.ts";
import type { SignedIn } from "../identity/create-identity.ts";
import type { Services } from "../services.ts";

const ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
const path = z.string().min(1).max(1000);

/** What a client says of a file before it sends it. */
const Announced = z.object({
  caseId: ulid,
  filename: z.string().min(1).max(255),
  /** With its folders; without: at the top. */
  relativePath: path.nullish(),
  delivery: ulid.nullish(),
  /** Unlike every other of the delivery: a file that is announced again under it is not a second one. */
  file: z.string().min(16).max(128).nullish(),
});

interface AnnouncedUpload {
  readonly id: string;
  /** It was announced before: the answer was lost. */
  readonly isKnown: boolean;
}

/** Whether this person may hand over this file; a place for it, with a key of its own. */
export async function admitNewUpload(
  services: Services,
  signedIn: SignedIn,
  { headers }: Request,
): Promise<Result<AnnouncedUpload, RefusalReason>> {
  const announced = Announced.safeParse(metadataOf(headers));
  const bytes = Number(headers.get("upload-length") ?? Number.NaN);
  if (!announced.success || !Number.isSafeInteger(bytes) || bytes < 0) return refuse("malformed-request");
  const { caseId, filename, relativePath, delivery, file } = announced.data;
  const visit = await takeSeat(services, signedIn, caseId, headers.get(seatHeader) ?? undefined);
  if (!visit.ok) return visit;
  if (!mayAdd(services, visit.value)) return refuse("no-right");
  const deliveryId = await placeFor(services, visit.value, delivery ?? undefined);
  if (deliveryId === undefined) return refuse("no-such-delivery");
  const id = file ? deliveredFileId(visit.value.key, deliveryId, file) : services.createId();
  const isNew = await insertDeliveredFile(services.open.database, visit.value.key, {
    id,
    organisationId: visit.value.row.organisationId,
    caseId,
    deliveryId,
    bytes,
    arrivedAt: null,
    path: relativePath ?? filename,
    spoolKey: services.createSecret().toString("base64"),
  });
  return ok({ id, isKnown: !isNew });
}

/** Whether they may go on with a file of theirs: asked with each piece of it. */
export async function admitUpload(
  services: Services,
  signedIn: SignedIn,
  id: string,
  { headers }: Request,
): Promise<Result<null, RefusalReason>> {
  const found = ulid.safeParse(id).success ? await caseOfUpload(services.open.database, id) : undefined;
  if (!found) return refuse("no-such-file");
  const seat = headers.get(seatHeader) ?? undefined;
  const visit = await takeSeat(services, signedIn, found.caseId, seat);
  if (!visit.ok) return visit;
  if (!mayAdd(services, visit.value)) return refuse("no-right");
  const delivery = await findDelivery(services.open.database, visit.value.key, found.deliveryId);
  if (delivery?.seatId !== visit.value.seat.id) return refuse("no-such-file");
  return delivery.state === "arriving" ? ok(null) : refuse("not-now");
}

const mayAdd = (services: Services, { seat, row: { id, state, pausedFrom } }: Seated): boolean =>
  recordsAccess(seat, { id, state, interrupted: pausedFrom }, services.now()).add;

/** The delivery that was begun; for a file that names none, one of its own. */
async function placeFor(
  services: Services,
  { key, seat, row }: Seated,
  delivery: string | undefined,
): Promise<string | undefined> {
  const { database } = services.open;
  if (delivery !== undefined) {
    const found = await findDelivery(database, key, delivery);
    const takesFiles = found?.state === "arriving" && found.source === null;
    return takesFiles && found.seatId === seat.id ? found.id : undefined;
  }
  const id = services.createId();
  const { place } = services.deliveries;
  const of = { organisationId: row.organisationId, caseId: row.id, seatId: seat.id };
  await insertDelivery(database, { id, ...of, at: services.now(), place, expected: 1 });
  return id;
}

function metadataOf(headers: Headers): Record<string, string | null> {
  try {
    return Metadata.parse(headers.get("upload-metadata") ?? undefined);
  } catch {
    return {};
  }
}
