import type { ClientBase, Pool } from "pg";

/** Runs on one connection from `begin` to `commit`. After a failure the connection is closed, never used by the next one. */
export async function inTransaction<T>(
  pool: Pick<Pool, "connect">,
  begin: "begin" | "begin isolation level repeatable read read only",
  act: (client: ClientBase) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query(begin);
    const result = await act(client);
    await client.query("commit");
    broken = false;
    return result;
  } finally {
    client.release(broken);
  }
}
