import { inArray } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { session } from "../schema/identity.ts";

/** Which of these sessions are no more: signed out, revoked, or forgotten after they ran out. */
export async function endedAmong(
  database: Database,
  sessions: readonly string[],
): Promise<readonly string[]> {
  const rows = await database
    .select({ id: session.id })
    .from(session)
    .where(inArray(session.id, [...sessions]));
  const living = new Set(rows.map(({ id }) => id));
  return sessions.filter((id) => !living.has(id));
}
