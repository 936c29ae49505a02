import { type CaseKeys, type Database, erasedFiles, forgetErasedFiles, recordAct } from "@consilium/database";
import type { SealedSpool } from "@consilium/record-files";
import type { CaseFiles } from "./case-files.ts";

export interface ErasingParts {
  readonly database: Database;
  readonly keys: Pick<CaseKeys, "forget">;
  readonly caseFiles: Pick<CaseFiles, "remove">;
  readonly spool: Pick<SealedSpool, "discard">;
  /** Of this data folder. */
  readonly place: string;
}

/**
 * Of cases whose key was destroyed no file opens any more; their bytes go too. Bytes go before the rows that name them, so that
 * whoever begins again after a fault finds what is left.
 */
export async function removeErasedFiles({
  database,
  keys,
  caseFiles,
  spool,
  place,
}: ErasingParts): Promise<void> {
  for (const files of await erasedFiles(database, place)) {
    const { organisationId, caseId, kept, arriving } = files;
    keys.forget(caseId);
    await caseFiles.remove(kept);
    for (const id of arriving) await spool.discard(id);
    await database.transaction(async (transaction) => {
      await forgetErasedFiles(transaction, files);
      const body = { kept: kept.length, arriving: arriving.length };
      await recordAct(transaction, { organisationId, caseId, act: "case.files-removed", body });
    });
  }
}
