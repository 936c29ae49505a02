import type { ClientBase, Pool } from "pg";
import { inTransaction } from "../in-transaction.ts";
import { type AuditFields, auditFields, linkHash } from "./link-hash.ts";

export type ChainVerdict =
  | { readonly whole: true; readonly links: number; readonly head: Buffer }
  | { readonly whole: false; readonly at: number; readonly defect: ChainDefect };

export type ChainDefect =
  /** A link is not there. */
  | "link-missing"
  /** The row of a link is not there. */
  | "row-missing"
  /** A row or a link is not as it was when it was linked. */
  | "changed"
  /** The chain ends elsewhere than the sequencer did. */
  | "end-differs"
  /** A row that claims to be older than the chain's end is not in it. */
  | "row-unlinked";

interface LinkedRow extends AuditFields {
  readonly n: string;
  readonly hash: Buffer;
  /** Null: the row is gone. */
  readonly id: string;
}

const batch = 10_000;

/**
 * Reads the chain from its beginning. It cannot see a row that was deleted before it was linked (about 50 ms), nor an end
 * that was chained anew from some link on: only a head that was signed and kept elsewhere shows that.
 */
export const verifyChain = (pool: Pick<Pool, "connect">): Promise<ChainVerdict> =>
  inTransaction(pool, "begin isolation level repeatable read read only", async (client) => {
    let head: Buffer = Buffer.alloc(0);
    let n = 0;
    for (;;) {
      const rows = await readLinks(client, n);
      for (const row of rows) {
        n += 1;
        if (Number(row.n) !== n) return broken(n, "link-missing");
        if (row.id === null) return broken(n, "row-missing");
        head = linkHash(head, n, row);
        if (!head.equals(row.hash)) return broken(n, "changed");
      }
      if (rows.length < batch) break;
    }
    const defect = await endDefect(client, n, head);
    return defect ? broken(n, defect) : { whole: true, links: n, head };
  });

const broken = (at: number, defect: ChainDefect): ChainVerdict => ({ whole: false, at, defect });

async function readLinks(client: ClientBase, after: number): Promise<readonly LinkedRow[]> {
  const { rows } = await client.query<LinkedRow>(
    `select l.n::text as n, l.hash, ${auditFields} from audit_link l left join audit a on a.id = l.audit_id
     where l.n > $1 order by l.n limit ${batch}`,
    [after],
  );
  return rows;
}

async function endDefect(client: ClientBase, n: number, head: Buffer): Promise<ChainDefect | undefined> {
  const { rows } = await client.query<{ n: string; hash: Buffer; unlinked: boolean }>(
    `select s.n::text as n, s.hash, exists (
       select from audit a where (a.xid < s.low or a.id <= s.floor)
       and not exists (select from audit_link l where l.audit_id = a.id)
     ) as unlinked from audit_state s`,
  );
  const [state] = rows;
  if (!state || Number(state.n) !== n || !state.hash.equals(head)) return "end-differs";
  return state.unlinked ? "row-unlinked" : undefined;
}
