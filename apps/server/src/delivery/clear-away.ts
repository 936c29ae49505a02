import {
  type CaseKey,
  type Database,
  deleteDeliveredFiles,
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

/** Files whose rows go together. */
const atOnce = 100;

/** Of a delivery that is over: what arrived, and what an attempt to read it had put away without keeping it. */
export async function clearAway(parts: PutAway, key: CaseKey, deliveryId: string): Promise<void> {
  await takeBack(parts, deliveryId);
  const ids = (await deliveredFilesOf(parts.database, key, deliveryId)).map(({ id }) => id);
  // Their rows go behind them: what was not reached is found again.
  for (let start = 0; start < ids.length; start += atOnce) {
    const some = ids.slice(start, start + atOnce);
    for (const id of some) await parts.spool.discard(id);
    await deleteDeliveredFiles(parts.database, some);
  }
}

/** What an attempt to read a delivery put away and nobody kept. */
export const takeBack = async (
  { database, caseFiles }: Pick<PutAway, "database" | "caseFiles">,
  deliveryId: string,
): Promise<void> => caseFiles.remove(await takeAwayPending(database, deliveryId));
