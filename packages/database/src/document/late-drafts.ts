import type { DocumentId, LateDraft } from "@consilium/workspace-server";
import { and, eq, lte } from "drizzle-orm";
import type { Pool } from "pg";
import type { CaseKey, CaseKeys } from "../case/case-keys.ts";
import type { Database } from "../open-database.ts";
import { lateDraft } from "../schema/index.ts";
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

export interface StoredLateDraft extends LateDraft {
  /** Its place among all late drafts. */
  readonly n: number;
}

/** What a seat wrote in a case after its documents were closed, in the order in which it was stored. */
export async function lateDraftsOfSeat(
  pool: Pick<Pool, "query">,
  key: CaseKey,
  seatId: string,
): Promise<readonly StoredLateDraft[]> {
  const { rows } = await pool.query<StoredDraft & { n: string; document: DocumentId }>(
    `select n, document_id as document, epoch, seat_id as seat, person_id as person, sealed, at from late_draft
     where case_id = $1 and seat_id = $2 order by n`,
    [key.caseId, seatId],
  );
  return rows.map(({ sealed, n, document, ...by }) => ({
    ...by,
    n: Number(n),
    document,
    bytes: unsealLate(key, document, sealed, by),
  }));
}

/** Up to and with `through`: what came after it was not seen yet. Gives how many there were. */
export async function deleteLateDrafts(
  transaction: Database,
  of: { readonly caseId: string; readonly seatId: string; readonly document: DocumentId },
  through: number,
): Promise<number> {
  const gone = await transaction
    .delete(lateDraft)
    .where(
      and(
        eq(lateDraft.caseId, of.caseId),
        eq(lateDraft.seatId, of.seatId),
        eq(lateDraft.documentId, of.document),
        lte(lateDraft.n, through),
      ),
    )
    .returning({ n: lateDraft.n });
  return gone.length;
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
