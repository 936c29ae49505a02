import { createHash } from "node:crypto";

/** A row of the audit as it is hashed: what PostgreSQL gives as text, time in microseconds since 1970. */
export interface AuditFields {
  readonly id: string;
  readonly xid: string;
  readonly at: string;
  readonly organisation_id: string | null;
  readonly case_id: string | null;
  readonly act: string;
  readonly person_id: string | null;
  readonly seat_id: string | null;
  readonly subject: string | null;
  readonly body: string;
}

/** The columns of `AuditFields`, from `audit a`. No session setting changes how they are written. */
export const auditFields = `
  a.id::text as id, a.xid::text as xid, (extract(epoch from a.at) * 1000000)::bigint::text as at,
  a.organisation_id, a.case_id, a.act, a.person_id, a.seat_id, a.subject, a.body::text as body`;

const absent = 0xff_ff_ff_ff;

/** SHA-256 over the hash before it, its number and its row, each field with its length: nothing can move between fields. */
export function linkHash(before: Buffer, n: number, row: AuditFields): Buffer {
  const hash = createHash("sha256");
  const fields = [row.id, row.xid, row.at, row.organisation_id, row.case_id, row.act, row.person_id];
  for (const field of [before, String(n), ...fields, row.seat_id, row.subject, row.body]) {
    const bytes = typeof field === "string" ? Buffer.from(field) : field;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes?.length ?? absent);
    hash.update(length);
    if (bytes) hash.update(bytes);
  }
  return hash.digest();
}
