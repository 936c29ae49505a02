import { recordsAccess } from "@consilium/clinical";
import {
  announceFile,
  caseOfUpload,
  deliveredFileId,
  findDelivery,
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

export type TakeSeat = (caseId: string, wanted: string | undefined) => ReturnType<typeof takeSeat>;

interface AnnouncedUpload {
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
  const announced = Announced.safeParse(metadataOf(headers));
  const bytes = Number(headers.get("upload-length") ?? Number.NaN);
  if (!announced.success || !Number.isSafeInteger(bytes) || bytes < 0) return refuse("malformed-request");
  const { caseId, filename, relativePath, delivery, file } = announced.data;
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
  if (await announceFile(database, key, made, seat.id)) return ok({ id, madeUnder: spoolKey });
  const found = await findDelivery(database, key, deliveryId);
  const takesFiles = found?.state === "arriving" && found.source === null && found.seatId === seat.id;
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
  if (delivery?.seatId !== visit.value.seat.id) return refuse("no-such-file");
  return delivery.state === "arriving" ? ok(null) : refuse("not-now");
}

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

function metadataOf(headers: Headers): Record<string, string | null> {
  try {
    return Metadata.parse(headers.get("upload-metadata") ?? undefined);
  } catch {
    return {};
  }
}
