import { type AddedOutline, outlineOf, recordSchema } from "@consilium/clinical";
import { type CaseKey, type Database, recordIdsOf, recordsOf } from "@consilium/database";
import { canonicalJson, sha256Hex } from "@consilium/foundation";
import { createMadeCache } from "../made-cache.ts";

/** Most records of a case that are looked through. */
const mostRecords = 10_000;

/** Records never change: as long as a case has the same ones, nothing of it is unsealed again for a list of cases. */
const cache = createMadeCache<readonly AddedOutline[]>((outlines) => JSON.stringify(outlines).length);

/** What the records of a case are told by, in the order in which they came. */
export async function recordOutlines(
  database: Database,
  key: CaseKey,
  withoutRevealing: boolean,
): Promise<readonly AddedOutline[]> {
  const page = { after: null, limit: mostRecords, withoutRevealing };
  const ids = await recordIdsOf(database, key.caseId, page);
  return cache(`${key.caseId} ${await sha256Hex(canonicalJson(ids))}`, async () => {
    const records = await recordsOf(database, key, key.caseId, page);
    return records.map(({ content, addedAt }) => ({
      ...outlineOf(recordSchema.parse(content)),
      added: addedAt.toISOString(),
    }));
  });
}
