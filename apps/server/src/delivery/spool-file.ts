import { Readable } from "node:stream";
import { type CaseKey, insertDeliveredFile, markArrived } from "@consilium/database";
import { type DataStore, Upload } from "@tus/server";
import type { Services } from "../services.ts";

export interface SpoolingParts {
  readonly services: Services;
  readonly spool: Pick<DataStore, "create" | "write">;
}

export interface FilePlace {
  readonly key: CaseKey;
  readonly deliveryId: string;
  /** In its delivery, with folders. */
  readonly path: string;
}

/** A file of a delivery that is whole already, sealed as an upload is. It has arrived when this settles. */
export async function spoolFile(
  { services, spool }: SpoolingParts,
  { key, deliveryId, path }: FilePlace,
  content: Buffer,
): Promise<void> {
  const { database } = services.open;
  const id = services.createId();
  const { organisationId, caseId } = key;
  const bytes = content.length;
  const spoolKey = services.createSecret().toString("base64");
  const of = { id, organisationId, caseId, deliveryId };
  await insertDeliveredFile(database, key, { ...of, bytes, arrivedAt: null, path, spoolKey });
  await spool.create(new Upload({ id, size: bytes, offset: 0 }));
  if (bytes > 0) await spool.write(Readable.from([content]), id, 0);
  await markArrived(database, [id], services.now());
}
