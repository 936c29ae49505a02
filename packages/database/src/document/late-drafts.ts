import type { DocumentId, LateDraft } from "@consilium/workspace-server";
import type { Pool } from "pg";
import type { CaseKey, CaseKeys } from "../case/case-keys.ts";
import { placeOf } from "./document-id.ts";
import { sealLate, unsealLate } from "./sealed-row.ts";

const insert = `
  insert into late_draft (document_id, organisation_id, case_id, seat_id, person_id, epoch, sealed, digest, at)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[],
    $6::integer[], $7::bytea[], $8::bytea[], $9::timestamptz[])`;

/** All or none. Rejects with PostgreSQL's error. */
export async function storeLateDrafts(
  pool: Pick<Pool, "query">,
  keys: CaseKeys,
  drafts: readonly LateDraft[],
): Promise<void> {
  if (drafts.length === 0) return;
  const lines = await Promise.all(
    drafts.map(async (draft) => {
      const key = await keys.of(placeOf(draft.document).caseId);
      return { draft, key, ...sealLate(key, draft.document, draft.bytes, draft) };
    }),
  );
  await pool.query(insert, [
    lines.map(({ draft }) => draft.document),
    lines.map(({ key }) => key.organisationId),
    lines.map(({ key }) => key.caseId),
    lines.map(({ draft }) => draft.seat),
    lines.map(({ draft }) => draft.person),
    lines.map(({ draft }) => draft.epoch),
    lines.map(({ sealed }) => sealed),
    lines.map(({ digest }) => digest),
    lines.map(({ draft }) => draft.at),
  ]);
}

interface StoredDraft {
  readonly epoch: number;
  readonly seat: string;
  readonly person: string;
  readonly sealed: Buffer;
  readonly at: Date;
}

/** What came too late for that document, in the order in which it was stored. */
export async function readLateDrafts(
  pool: Pick<Pool, "query">,
  keys: CaseKeys,
  document: DocumentId,
): Promise<readonly LateDraft[]> {
  const key: CaseKey = await keys.of(placeOf(document).caseId);
  const { rows } = await pool.query<StoredDraft>(
    `select epoch, seat_id as seat, person_id as person, sealed, at from late_draft
     where document_id = $1 order by n`,
    [document],
  );
  return rows.map(({ sealed, ...by }) => ({
    ...by,
    document,
    bytes: unsealLate(key, document, sealed, by),
  }));
}
