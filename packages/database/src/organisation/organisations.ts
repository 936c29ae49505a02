import type { Database } from "../open-database.ts";
import { membership, organisation } from "../schema/organisation.ts";

export async function insertOrganisation(
  transaction: Database,
  row: typeof organisation.$inferSelect,
): Promise<void> {
  await transaction.insert(organisation).values(row);
}

/** Who works there from then on. It opens no case. */
export async function insertMemberships(
  transaction: Database,
  rows: readonly Omit<typeof membership.$inferSelect, "toAt">[],
): Promise<void> {
  if (rows.length > 0) await transaction.insert(membership).values([...rows]);
}
