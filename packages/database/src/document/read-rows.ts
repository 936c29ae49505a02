import type { DocumentId, LoggedUpdate, Snapshot } from "@consilium/workspace-server";
import type { Pool } from "pg";
import type { CaseKeys } from "../case/case-keys.ts";
import { placeOf } from "./document-id.ts";
import { rangesFrom } from "./load-log.ts";
import { type Authorship, unsealRow, unsealState } from "./sealed-row.ts";

/** A row of the log with who wrote it and when: what history is replayed from. */
export interface AuthoredUpdate extends LoggedUpdate, Authorship {}

export interface RowRange {
  /** Rows after this sequence. */
  readonly after: number;
  /** Up to and with this one. */
  readonly to: number;
  readonly limit: number;
}

export async function readRows(
  pool: Pick<Pool, "query">,
  keys: CaseKeys,
  document: DocumentId,
  { after, to, limit }: RowRange,
): Promise<readonly AuthoredUpdate[]> {
  const key = await keys.of(placeOf(document).caseId);
  const { rows } = await pool.query<Authorship & { sequence: string; clocks: string[]; sealed: Buffer }>({
    name: "read_rows",
    text: `select sequence, seat_id as seat, person_id as person, epoch, clocks, sealed, at from update_log
      where document_id = $1 and sequence > $2 and sequence <= $3 order by sequence limit $4`,
    values: [document, after, to, limit],
  });
  return rows.map(({ sequence, clocks, sealed, ...by }) => ({
    ...by,
    sequence: Number(sequence),
    clocks: rangesFrom(clocks),
    bytes: unsealRow(key, document, sealed, by),
  }));
}

/** The newest checkpoint of history at or before that sequence. */
export async function readCheckpoint(
  pool: Pick<Pool, "query">,
  keys: CaseKeys,
  document: DocumentId,
  sequence: number,
): Promise<Snapshot | undefined> {
  const key = await keys.of(placeOf(document).caseId);
  const { rows } = await pool.query<{ sequence: string; sealed: Buffer; at: Date }>(
    `select sequence, sealed, at from history_checkpoint
     where document_id = $1 and sequence <= $2 order by sequence desc limit 1`,
    [document, sequence],
  );
  const [found] = rows;
  if (!found) return undefined;
  const taken = Number(found.sequence);
  const content = unsealState(key, document, "history_checkpoint", taken, found.sealed);
  return { document, sequence: taken, content, at: found.at };
}
