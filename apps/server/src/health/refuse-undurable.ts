import { type OpenDatabase, readDatabaseHealth } from "@consilium/database";

/** In production "saved" means that it survives a power cut. Throws a sentence where the database does not promise that. */
export async function refuseUndurable(
  open: Pick<OpenDatabase, "query">,
  { production }: { readonly production: boolean },
): Promise<void> {
  if (!production) return;
  const { fsync, synchronousCommit } = await readDatabaseHealth(open);
  if (!fsync) throw new Error("PostgreSQL runs with fsync = off: a power cut would lose what was saved.");
  if (!synchronousCommit)
    throw new Error("PostgreSQL runs with synchronous_commit = off: a crash would lose what was saved.");
}
