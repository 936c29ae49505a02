import { ulidOf } from "@consilium/foundation";
import { and, count, eq, inArray, isNull, sql, sum } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { deliveredFile, delivery } from "../schema/index.ts";
import type { Delivery } from "./deliveries.ts";
import { markOf } from "./stored-files.ts";

type FileRow = typeof deliveredFile.$inferSelect;

/** A file on its way: its name and the key that it lies in the spool under. */
export interface DeliveredFileRow extends Omit<FileRow, "sealedPath" | "sealedKey"> {
  readonly path: string;
  /** Base64. */
  readonly spoolKey: string;
}

const filePlace = (id: string, column: string): SealedPlace<string> => ({
  table: "delivered_file",
  column,
  id,
});

/** Of a file that its client names, the same each time it is announced: without the case's key nothing can be learnt from it. */
export const deliveredFileId = (key: CaseKey, deliveryId: string, named: string): string =>
  ulidOf(markOf(key, "upload", `${deliveryId}/${named}`));

/** False: there was one of this id. */
export async function insertDeliveredFile(
  transaction: Database,
  key: CaseKey,
  { path, spoolKey, ...row }: DeliveredFileRow,
): Promise<boolean> {
  const rows = await transaction
    .insert(deliveredFile)
    .values({
      ...row,
      sealedPath: sealValue(key, filePlace(row.id, "sealed_path"), path),
      sealedKey: sealValue(key, filePlace(row.id, "sealed_key"), spoolKey),
    })
    .onConflictDoNothing()
    .returning({ id: deliveredFile.id });
  return rows.length > 0;
}

/**
 * The same, only as long as the delivery takes files of its sender: both in one statement, so that none comes into one that was
 * cancelled meanwhile. False also where there was one of this id.
 */
export async function announceFile(
  database: Database,
  key: CaseKey,
  { path, spoolKey, ...row }: Omit<DeliveredFileRow, "arrivedAt">,
  { seatId, requestId }: Pick<Delivery, "seatId" | "requestId">,
): Promise<boolean> {
  const sealedPath = sealValue(key, filePlace(row.id, "sealed_path"), path);
  const sealedKey = sealValue(key, filePlace(row.id, "sealed_key"), spoolKey);
  const { rowCount } = await database.execute(sql`
    insert into delivered_file (id, organisation_id, case_id, delivery_id, bytes, sealed_path, sealed_key)
    select ${row.id}, organisation_id, case_id, id, ${row.bytes}::bigint, ${sealedPath}::bytea, ${sealedKey}::bytea
    from ${delivery}
    where id = ${row.deliveryId} and case_id = ${row.caseId} and organisation_id = ${row.organisationId}
      and seat_id = ${seatId} and request_id is not distinct from ${requestId}::text
      and state = 'arriving' and sealed_source is null
    on conflict do nothing`);
  return rowCount === 1;
}

const toFile = (key: CaseKey, { sealedPath, sealedKey, ...row }: FileRow): DeliveredFileRow => ({
  ...row,
  path: unsealValue(key, filePlace(row.id, "sealed_path"), sealedPath),
  spoolKey: unsealValue(key, filePlace(row.id, "sealed_key"), sealedKey),
});

/** In the order of their paths. */
export async function deliveredFilesOf(
  database: Database,
  key: CaseKey,
  deliveryId: string,
): Promise<readonly DeliveredFileRow[]> {
  const rows = await database
    .select()
    .from(deliveredFile)
    .where(and(eq(deliveredFile.caseId, key.caseId), eq(deliveredFile.deliveryId, deliveryId)));
  return rows
    .map((row) => toFile(key, row))
    .toSorted((one, other) => (one.path < other.path ? -1 : Number(one.path > other.path)));
}

/** Which case an upload belongs to, before its case's key is at hand. */
export async function caseOfUpload(
  database: Database,
  id: string,
): Promise<{ readonly caseId: string; readonly deliveryId: string } | undefined> {
  const [row] = await database
    .select({ caseId: deliveredFile.caseId, deliveryId: deliveredFile.deliveryId })
    .from(deliveredFile)
    .where(eq(deliveredFile.id, id));
  return row;
}

export interface DeliveryOfUpload extends Pick<Delivery, "caseId" | "expected"> {
  readonly deliveryId: string;
  readonly isArriving: boolean;
}

/** Whose delivery uploads are of, and how far that one is, by their ids. */
export async function deliveriesOfUploads(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DeliveryOfUpload>> {
  const rows = await database
    .select({
      id: deliveredFile.id,
      caseId: delivery.caseId,
      deliveryId: delivery.id,
      expected: delivery.expected,
      state: delivery.state,
    })
    .from(deliveredFile)
    .innerJoin(delivery, eq(delivery.id, deliveredFile.deliveryId))
    .where(inArray(deliveredFile.id, [...ids]));
  return new Map(rows.map(({ id, state, ...found }) => [id, { ...found, isArriving: state === "arriving" }]));
}

/** Base64: what an upload lies in the spool under. */
export async function spoolKeyOf(
  database: Database,
  keyOf: (caseId: string) => Promise<CaseKey>,
  id: string,
): Promise<string | undefined> {
  const [row] = await database
    .select({ caseId: deliveredFile.caseId, sealedKey: deliveredFile.sealedKey })
    .from(deliveredFile)
    .where(eq(deliveredFile.id, id));
  return row && unsealValue(await keyOf(row.caseId), filePlace(id, "sealed_key"), row.sealedKey);
}

export async function markArrived(database: Database, ids: readonly string[], at: Date): Promise<void> {
  await database
    .update(deliveredFile)
    .set({ arrivedAt: at })
    .where(and(inArray(deliveredFile.id, [...ids]), isNull(deliveredFile.arrivedAt)));
}

export async function deleteDeliveredFiles(database: Database, ids: readonly string[]): Promise<void> {
  await database.delete(deliveredFile).where(inArray(deliveredFile.id, [...ids]));
}

export interface Arrival {
  readonly files: number;
  readonly arrived: number;
  readonly bytes: number;
}

/** How much of each delivery is announced and here. */
export async function arrivalOf(
  database: Database,
  deliveryIds: readonly string[],
): Promise<ReadonlyMap<string, Arrival>> {
  if (deliveryIds.length === 0) return new Map();
  const rows = await database
    .select({
      id: deliveredFile.deliveryId,
      files: count(),
      arrived: count(deliveredFile.arrivedAt),
      bytes: sum(deliveredFile.bytes).mapWith(Number),
    })
    .from(deliveredFile)
    .where(inArray(deliveredFile.deliveryId, [...deliveryIds]))
    .groupBy(sql`${deliveredFile.deliveryId}`);
  return new Map(rows.map(({ id, ...arrival }) => [id, arrival]));
}
