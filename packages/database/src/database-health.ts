import type { OpenDatabase } from "./open-database.ts";

export interface DatabaseHealth {
  readonly version: string;
  /** What `SHOW fsync` says. */
  readonly fsync: boolean;
  /** Off: PostgreSQL says "committed" before it has written. */
  readonly synchronousCommit: boolean;
}

/** Rejects when the database does not answer. */
export async function readDatabaseHealth(open: Pick<OpenDatabase, "query">): Promise<DatabaseHealth> {
  const { rows } = await open.query<{ version: string; fsync: string; commit: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit`,
  );
  const [found] = rows;
  if (!found) throw new Error("PostgreSQL did not name its settings");
  return {
    version: found.version,
    fsync: found.fsync === "on",
    synchronousCommit: found.commit !== "off",
  };
}
