import type { LoadedLog, LoggedUpdate, Tail } from "@consilium/workspace-server";
import type { ClientBase, Pool } from "pg";
import type { CaseKey } from "../case/case-keys.ts";
import { inTransaction } from "../in-transaction.ts";
import { unsealRow, unsealState } from "./sealed-row.ts";

/** Content, sequence, epoch and authority belong together (SY-5). */
const together = "begin isolation level repeatable read read only";

/** Read first and opened afterwards: of a long log that takes longer than PostgreSQL leaves a transaction idle. */
export async function loadLog(
  pool: Pick<Pool, "connect">,
  key: CaseKey,
  document: string,
): Promise<LoadedLog> {
  const { sealed, tail } = await inTransaction(pool, together, async (client) => {
    const snapshot = await readSnapshot(client, document);
    return {
      sealed: snapshot,
      tail: await readTail(client, key.caseId, document, snapshot?.sequence ?? 0),
    };
  });
  const snapshot = sealed && {
    sequence: sealed.sequence,
    content: unsealState(key, document, "snapshot", sealed.sequence, sealed.content),
  };
  return { snapshot, ...openTail(key, document, tail) };
}

export async function loadTail(
  pool: Pick<Pool, "connect">,
  key: CaseKey,
  document: string,
  after: number,
): Promise<Tail> {
  const tail = await inTransaction(pool, together, (client) => readTail(client, key.caseId, document, after));
  return openTail(key, document, tail);
}

async function readSnapshot(client: ClientBase, document: string) {
  const { rows } = await client.query<{ sequence: string; sealed: Buffer }>({
    name: "read_snapshot",
    text: "select sequence, sealed from snapshot where document_id = $1",
    values: [document],
  });
  const [found] = rows;
  return found && { sequence: Number(found.sequence), content: found.sealed };
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

interface SealedTail extends Omit<Tail, "updates"> {
  readonly rows: readonly LoggedRow[];
}

async function readTail(
  client: ClientBase,
  caseId: string,
  document: string,
  after: number,
): Promise<SealedTail> {
  // A document without a row has had no write yet; its first one will find the case's authority.
  const head = await client.query<{ sequence: string; epoch: number; authority: number }>({
    name: "read_head",
    text: `select coalesce(d.sequence, 0) as sequence, coalesce(d.epoch, 1) as epoch,
      coalesce(d.authority, c.authority) as authority
      from clinical_case c left join document d on d.id = $1 where c.id = $2`,
    values: [document, caseId],
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
    rows: log.rows,
    owners: new Map(owners.rows.map((row) => [Number(row.client), row.person])),
  };
}

const openTail = (key: CaseKey, document: string, { rows, ...rest }: SealedTail): Tail => ({
  ...rest,
  updates: rows.map((row) => openUpdate(key, document, row)),
});

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
