import { and, count, eq } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { person, snippet } from "../schema/index.ts";

export type Snippet = typeof snippet.$inferSelect;

/** By name. */
export const snippetsOf = (database: Database, personId: string): Promise<Snippet[]> =>
  database.select().from(snippet).where(eq(snippet.personId, personId)).orderBy(snippet.name, snippet.id);

/** How many somebody has. Until the transaction ends nobody else counts or adds to them. */
export async function countSnippets(transaction: Database, personId: string): Promise<number> {
  await transaction.select({ id: person.id }).from(person).where(eq(person.id, personId)).for("update");
  const [row] = await transaction
    .select({ all: count() })
    .from(snippet)
    .where(eq(snippet.personId, personId));
  return row?.all ?? 0;
}

export async function insertSnippet(transaction: Database, row: Snippet): Promise<void> {
  await transaction.insert(snippet).values(row);
}

/** False: they have none with this id. */
export async function changeSnippet(
  transaction: Database,
  { id, personId, ...row }: Snippet,
): Promise<boolean> {
  const changed = await transaction
    .update(snippet)
    .set(row)
    .where(and(eq(snippet.id, id), eq(snippet.personId, personId)))
    .returning({ id: snippet.id });
  return changed.length > 0;
}

/** False: they have none with this id. */
export async function deleteSnippet(transaction: Database, personId: string, id: string): Promise<boolean> {
  const deleted = await transaction
    .delete(snippet)
    .where(and(eq(snippet.id, id), eq(snippet.personId, personId)))
    .returning({ id: snippet.id });
  return deleted.length > 0;
}
