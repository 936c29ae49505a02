import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type { PoolClient } from "pg";

const migrationsFolder = fileURLToPath(new URL("../migrations", import.meta.url));
const advisoryLock = 7_201_402;
const oldest = 150_000;

/** One process at a time. Throws a sentence where the server is too old for us, or its schema too new. */
export async function migrateDatabase(client: PoolClient): Promise<void> {
  await refuseOldServer(client);
  await client.query("select pg_advisory_lock($1)", [advisoryLock]);
  try {
    await refuseNewerSchema(client);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    await client.query("select pg_advisory_unlock($1)", [advisoryLock]);
  }
}

async function refuseOldServer(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::integer as number, current_setting('server_version') as version`,
  );
  const [server] = rows;
  if (server && server.number < oldest)
    throw new Error(`The database is PostgreSQL ${server.version}: Consilium needs 15 or newer.`);
}

/** An older Consilium would write rows that the newer one does not expect, and would find none of this wrong. */
async function refuseNewerSchema(client: PoolClient): Promise<void> {
  const known = await client.query("select to_regclass('drizzle.__drizzle_migrations') as table");
  if (known.rows[0]?.table === null) return;
  const { rows } = await client.query<{ applied: string | null }>(
    "select max(created_at)::text as applied from drizzle.__drizzle_migrations",
  );
  const journal: { readonly entries: readonly { readonly when: number }[] } = JSON.parse(
    readFileSync(join(migrationsFolder, "meta/_journal.json"), "utf8"),
  );
  const ours = Math.max(...journal.entries.map(({ when }) => when));
  if (Number(rows[0]?.applied ?? 0) > ours)
    throw new Error("The database was written by a newer version of Consilium: start that one.");
}
