import type { ClientBase, Pool } from "pg";
import { inTransaction } from "../in-transaction.ts";
import { type AuditFields, auditFields, linkHash } from "./link-hash.ts";

/** One linker at a time, over all processes. Any number that nobody else locks. */
const advisoryLock = 7_201_401;
const mostAtOnce = 5000;

interface State {
  readonly low: string;
  readonly floor: string;
  readonly n: string;
  readonly hash: Buffer;
  readonly high: string;
  readonly moved: boolean;
}

/**
 * Links the committed rows that have no link yet, and says how many. A row is looked for from the oldest transaction that
 * may still commit one (`low`), so none is missed, and an open transaction delays those after it.
 */
export const linkAudit = (pool: Pick<Pool, "connect">): Promise<number> =>
  inTransaction(pool, "begin", async (client) => {
    await client.query("select pg_advisory_xact_lock($1)", [advisoryLock]);
    const { rows } = await client.query<State>(
      `select low::text, floor::text, n::text, hash, pg_snapshot_xmin(pg_current_snapshot())::text as high,
        low > pg_snapshot_xmin(pg_current_snapshot()) as moved from audit_state`,
    );
    const [state] = rows;
    if (!state) throw new Error("audit_state is empty");
    // A dump was restored into a younger server, whose transactions are numbered anew.
    return state.moved ? linkAfterMove(client, state) : linkBetween(client, state);
  });

async function linkBetween(client: ClientBase, state: State): Promise<number> {
  const { rows } = await client.query<AuditFields>(
    `select ${auditFields} from audit a
     where a.xid >= $1::xid8 and a.xid < $2::xid8 and a.id > $3
       and not exists (select from audit_link l where l.audit_id = a.id)
     order by a.xid, a.id limit $4`,
    [state.low, state.high, state.floor, mostAtOnce],
  );
  if (rows.length === 0) return 0;
  const low = rows.length < mostAtOnce ? state.high : (rows.at(-1)?.xid ?? state.low);
  await writeLinks(client, state, rows, { low, floor: state.floor });
  return rows.length;
}

/** Whatever the dump held is committed. From then on its rows are told from new ones by their ids. */
async function linkAfterMove(client: ClientBase, state: State): Promise<number> {
  const { rows } = await client.query<AuditFields>(
    `select ${auditFields} from audit a
     where a.id > $1 and not exists (select from audit_link l where l.audit_id = a.id) order by a.id`,
    [state.floor],
  );
  const found = await client.query<{ floor: string }>(
    `select coalesce(max(id), 0)::text as floor from audit where xid >= pg_snapshot_xmax(pg_current_snapshot())`,
  );
  await writeLinks(client, state, rows, { low: state.high, floor: found.rows[0]?.floor ?? state.floor });
  return rows.length;
}

async function writeLinks(
  client: ClientBase,
  state: State,
  rows: readonly AuditFields[],
  { low, floor }: Pick<State, "low" | "floor">,
): Promise<void> {
  let { hash } = state;
  let n = Number(state.n);
  const links = rows.map((row) => {
    n += 1;
    hash = linkHash(hash, n, row);
    return { n, id: row.id, hash };
  });
  await client.query(
    "insert into audit_link (n, audit_id, hash) select * from unnest($1::bigint[], $2::bigint[], $3::bytea[])",
    [links.map((link) => link.n), links.map((link) => link.id), links.map((link) => link.hash)],
  );
  await client.query("update audit_state set low = $1::xid8, floor = $2, n = $3, hash = $4", [
    low,
    floor,
    n,
    hash,
  ]);
}
