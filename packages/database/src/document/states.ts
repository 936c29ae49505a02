import type { Snapshot } from "@consilium/workspace-server";
import type { Pool } from "pg";
import type { CaseKeys } from "../case/case-keys.ts";
import { placeOf } from "./document-id.ts";
import { sealState } from "./sealed-row.ts";

/** An older or equal one than the newest is not kept; the newer one replaces it. */
export async function storeSnapshot(
  pool: Pick<Pool, "query">,
  keys: CaseKeys,
  { document, sequence, content, at }: Snapshot,
): Promise<void> {
  const key = await keys.of(placeOf(document).caseId);
  const { sealed, digest } = sealState(key, document, "snapshot", sequence, content);
  await pool.query(
    `insert into snapshot (document_id, sequence, organisation_id, case_id, sealed, digest, at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (document_id) do update
     set sequence = excluded.sequence, sealed = excluded.sealed, digest = excluded.digest, at = excluded.at
     where snapshot.sequence < excluded.sequence`,
    [document, sequence, key.organisationId, key.caseId, sealed, digest, at],
  );
}

/** A state with its deleted text, to replay history from. It takes the place of the older ones. */
export async function storeCheckpoint(
  pool: Pick<Pool, "query">,
  keys: CaseKeys,
  { document, sequence, content, at }: Snapshot,
): Promise<void> {
  const key = await keys.of(placeOf(document).caseId);
  const { sealed, digest } = sealState(key, document, "history_checkpoint", sequence, content);
  await pool.query(
    `with older as (delete from history_checkpoint where document_id = $1 and sequence < $2)
     insert into history_checkpoint (document_id, sequence, organisation_id, case_id, sealed, digest, at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [document, sequence, key.organisationId, key.caseId, sealed, digest, at],
  );
}
