import { recordsAccess } from "@consilium/clinical";
import {
  announceFile,
  caseOfUpload,
  deliveredFileId,
  type Delivery,
  findDelivery,
  insertDelivery,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { z } from "zod";
import { type Seated, seatHeader, takeSeat } from "../api/enter-case.ts";
import type { RefusalReason } from "../api/refusal.ts";
import type { SignedIn } from "../identity/create-identity.ts";
import type { Services } from "../services.ts";
import { announcedIn } from "./announced.ts";

const ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);

export type TakeSeat = (caseId: string, wanted: string | undefined) => ReturnType<typeof takeSeat>;

export interface AnnouncedUpload {
  readonly id: string;
  /** The key that was made for it, 32 bytes. Undefined: it was announced before, and the answer was lost. */
  readonly madeUnder: Buffer | undefined;
}

/** Whether this person may hand over this file; a place for it, with a key of its own. */
export async function admitNewUpload(
  services: Services,
  seatIn: TakeSeat,
  { headers }: Request,
): Promise<Result<AnnouncedUpload, RefusalReason>> {
  const announced = announcedIn(headers);
  if (!announced?.caseId) return refuse("malformed-request");
  const { caseId, filename, relativePath, delivery, file, bytes } = announced;
  const visit = await seatIn(caseId, headers.get(seatHeader) ?? undefined);
  if (!visit.ok) return visit;
  if (!mayAdd(services, visit.value)) return refuse("no-right");
  const { key, row, seat } = visit.value;
  const deliveryId = delivery ?? (await deliveryOfOne(services, visit.value));
  const id = file ? deliveredFileId(key, deliveryId, file) : services.createId();
  const { organisationId } = row;
  const spoolKey = services.createSecret();
  const { database } = services.open;
  const made = {
    id,
    organisationId,
    caseId,
    deliveryId,
    bytes,
    path: relativePath ?? filename,
    spoolKey: spoolKey.toString("base64"),
  };
  const sender = { seatId: seat.id, requestId: null };
  if (await announceFile(database, key, made, sender)) return ok({ id, madeUnder: spoolKey });
  const found = await findDelivery(database, key, deliveryId);
  const takesFiles = found?.state === "arriving" && isSentBy(seat.id, found);
  return takesFiles ? ok({ id, madeUnder: undefined }) : refuse("no-such-delivery");
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
  if (!delivery || !isSentBy(visit.value.seat.id, delivery)) return refuse("no-such-file");
  return delivery.state === "arriving" ? ok(null) : refuse("not-now");
}

/** What an archive gives, and what comes through a request's answer place, its seat does not send. */
const isSentBy = (seatId: string, { seatId: of, source, requestId }: Delivery): boolean =>
  of === seatId && source === null && requestId === null;

const mayAdd = (services: Services, { seat, row: { id, state, pausedFrom } }: Seated): boolean =>
  recordsAccess(seat, { id, state, interrupted: pausedFrom }, services.now()).add;

/** For a file that names no delivery, one of its own. */
async function deliveryOfOne(services: Services, { seat, row }: Seated): Promise<string> {
  const id = services.createId();
  const { place } = services.deliveries;
  const of = { organisationId: row.organisationId, caseId: row.id, seatId: seat.id };
  await insertDelivery(services.open.database, { id, ...of, at: services.now(), place, expected: 1 });
  return id;
}
