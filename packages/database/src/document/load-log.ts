import type { LoadedLog, LoggedUpdate, Tail } from "@consilium/workspace-server";
import type { ClientBase, Pool } from "pg";
import type { CaseKey } from "../case/case-keys.ts";
import { inTransaction } from "../in-transaction.ts";
import { unsealRow, unsealState } from "./sealed-row.ts";

/** Content, sequence, epoch and authority belong together (SY-5). */
const together = "begin isolation level repeatable read read only";

export async function loadLog(
  pool: Pick<Pool, "connect">,
  key: CaseKey,
  document: string,
): Promise<LoadedLog> {
  return inTransaction(pool, together, async (client) => {
    const snapshot = await readSnapshot(client, key, document);
    return { snapshot, ...(await readTail(client, key, document, snapshot?.sequence ?? 0)) };
  });
}

export async function loadTail(
  pool: Pick<Pool, "connect">,
  key: CaseKey,
  document: string,
  after: number,
): Promise<Tail> {
  return inTransaction(pool, together, (client) => readTail(client, key, document, after));
}

async function readSnapshot(client: ClientBase, key: CaseKey, document: string) {
  const { rows } = await client.query<{ sequence: string; sealed: Buffer }>({
    name: "read_snapshot",
    text: "select sequence, sealed from snapshot where document_id = $1",
    values: [document],
  });
  const [found] = rows;
  if (!found) return undefined;
  const sequence = Number(found.sequence);
  return { sequence, content: unsealState(key, document, "snapshot", sequence, found.sealed) };
}

interface LoggedRow {
  readonly sequence: string;
  readonly seat: string;
  readonly person: string;
  readonly epoch: number;
  readonly clocks: readonly string[];
  readonly sealed: Buffer;
  readonly at: Date;
}

async function readTail(client: ClientBase, key: CaseKey, document: string, after: number): Promise<Tail> {
  // A document without a row has had no write yet; its first one will find the case's authority.
  const head = await client.query<{ sequence: string; epoch: number; authority: number }>({
    name: "read_head",
    text: `select coalesce(d.sequence, 0) as sequence, coalesce(d.epoch, 1) as epoch,
      coalesce(d.authority, c.authority) as authority
      from clinical_case c left join document d on d.id = $1 where c.id = $2`,
    values: [document, key.caseId],
  });
  const log = await client.query<LoggedRow>({
    name: "read_tail",
    text: `select sequence, seat_id as seat, person_id as person, epoch, clocks, sealed, at from update_log
      where document_id = $1 and sequence > $2 order by sequence`,
    values: [document, after],
  });
  const owners = await client.query<{ client: string; person: string }>({
    name: "read_owners",
    text: "select client, person_id as person from client_clock where document_id = $1",
    values: [document],
  });
  const [{ sequence, epoch, authority } = { sequence: "0", epoch: 1, authority: 1 }] = head.rows;
  return {
    sequence: Number(sequence),
    epoch,
    authority,
    updates: log.rows.map((row) => openUpdate(key, document, row)),
    owners: new Map(owners.rows.map((row) => [Number(row.client), row.person])),
  };
}

function openUpdate(key: CaseKey, document: string, row: LoggedRow): LoggedUpdate {
  return {
    sequence: Number(row.sequence),
    bytes: unsealRow(key, document, row.sealed, row),
    clocks: rangesFrom(row.clocks),
  };
}

/** client, from, to; client, from, to; … */
export function rangesFrom(numbers: readonly string[]): LoggedUpdate["clocks"] {
  const ranges = [];
  for (let place = 0; place + 2 < numbers.length; place += 3) {
    const [client, from, to] = numbers.slice(place, place + 3).map(Number);
    if (client !== undefined && from !== undefined && to !== undefined) ranges.push({ client, from, to });
  }
  return ranges;
}
