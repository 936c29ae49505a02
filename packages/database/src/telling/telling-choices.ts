import type { QuietHours, TellingChoices } from "@consilium/clinical";
import { eq } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { tellingChoice } from "../schema/index.ts";

export interface TellingWishes {
  readonly choices: TellingChoices;
  readonly quiet: QuietHours | null;
}

export async function findTellingWishes(database: Database, personId: string): Promise<TellingWishes> {
  const [row] = await database.select().from(tellingChoice).where(eq(tellingChoice.personId, personId));
  return { choices: row?.choices ?? {}, quiet: row?.quiet ?? null };
}

/** For what happens from now on. */
export async function saveTellingWishes(
  database: Database,
  personId: string,
  wishes: TellingWishes,
  changedAt: Date,
): Promise<void> {
  const row = { ...wishes, changedAt };
  await database
    .insert(tellingChoice)
    .values({ personId, ...row })
    .onConflictDoUpdate({ target: tellingChoice.personId, set: row });
}
