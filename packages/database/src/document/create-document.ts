import type { AppendResult, DocumentId, Group } from "@consilium/workspace-server";
import { sql } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import type { Database } from "../open-database.ts";
import { type Appended, appendStatement, resultOf } from "./append-updates.ts";
import { placeOf } from "./document-id.ts";

export interface NewDocument {
  readonly document: DocumentId;
  /** The opinion that the name `opinion` means. One a case. */
  readonly lead?: boolean;
  /** A blind reader's own draft. */
  readonly ownerSeatId?: string;
}

/** In a command's transaction. Throws where the case is not there or the document is. */
export async function createDocument(
  transaction: Database,
  { document, lead = false, ownerSeatId }: NewDocument,
): Promise<void> {
  const { caseId, name, kind } = placeOf(document);
  const made = await transaction.execute(sql`
    insert into document (id, organisation_id, case_id, name, kind, lead, owner_seat_id, authority)
    select ${document}, c.organisation_id, c.id, ${name}, ${kind}, ${lead}, ${ownerSeatId ?? null}, c.authority
    from clinical_case c where c.id = ${caseId} for share
    returning id`);
  if (made.rows.length === 0) throw new Error(`There is no case ${caseId}`);
}

/** The opinion that the name `opinion` means from now on. */
export async function makeLead(transaction: Database, caseId: string, document: DocumentId): Promise<void> {
  await transaction.execute(sql`update document set lead = false where case_id = ${caseId} and lead`);
  await transaction.execute(
    sql`update document set lead = true where case_id = ${caseId} and id = ${document}`,
  );
}

/** SY-5: the first content of a document, in the transaction that makes it. `conflict` where it has content already. */
export async function seedDocument(
  transaction: Database,
  key: CaseKey,
  seed: Omit<Group, "first" | "epoch" | "authority">,
): Promise<AppendResult> {
  const head = await transaction.execute<{ epoch: number; authority: number }>(
    sql`select epoch, authority from document where id = ${seed.document} for update`,
  );
  const [at] = head.rows;
  if (!at) return { outcome: "failed" };
  const { values } = appendStatement([{ ...seed, ...at, first: true, key }]);
  const parameters = sql.join(
    values.map((value) => sql.param(value)),
    sql`, `,
  );
  const { rows } = await transaction.execute<Appended & Record<string, unknown>>(
    sql`select * from append_updates(${parameters})`,
  );
  return resultOf(rows[0], 0);
}

/**
 * SY-20: in the transaction of every command that changes who may do what in a case. Nothing that was admitted before it
 * is committed after it. Gives the new number.
 */
export async function raiseAuthority(transaction: Database, caseId: string): Promise<number> {
  const { rows } = await transaction.execute<{ raised: number }>(
    sql`select raise_authority(${caseId}) as raised`,
  );
  const [row] = rows;
  if (!row) throw new Error("raise_authority gave nothing");
  return row.raised;
}
