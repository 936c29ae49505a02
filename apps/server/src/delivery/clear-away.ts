import {
  type CaseKey,
  type Database,
  deleteDeliveredFile,
  deliveredFilesOf,
  takeAwayPending,
} from "@consilium/database";
import type { SealedSpool } from "@consilium/record-files";
import type { CaseFiles } from "../file/case-files.ts";

export interface PutAway {
  readonly database: Database;
  readonly caseFiles: CaseFiles;
  readonly spool: Pick<SealedSpool, "discard">;
}

/** Of a delivery that is over: what arrived, and what an attempt to read it had put away without keeping it. */
export async function clearAway(parts: PutAway, key: CaseKey, deliveryId: string): Promise<void> {
  await takeBack(parts, deliveryId);
  for (const { id } of await deliveredFilesOf(parts.database, key, deliveryId)) {
    await parts.spool.discard(id);
    await deleteDeliveredFile(parts.database, id);
  }
}

/** What an attempt to read a delivery put away and nobody kept. */
export const takeBack = async (
  { database, caseFiles }: Pick<PutAway, "database" | "caseFiles">,
  deliveryId: string,
): Promise<void> => caseFiles.remove(await takeAwayPending(database, deliveryId));
