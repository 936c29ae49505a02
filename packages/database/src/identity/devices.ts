import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { device, user } from "../schema/identity.ts";

/** Whether somebody has signed in to that account in this browser before. */
export async function knowsDevice(database: Database, email: string, deviceId: string): Promise<boolean> {
  const found = await database
    .select({ id: device.id })
    .from(device)
    .innerJoin(user, eq(user.id, device.personId))
    .where(and(eq(user.email, email), eq(device.id, deviceId)));
  return found.length > 0;
}

export async function rememberDevice(
  database: Database,
  personId: string,
  deviceId: string,
  at: Date,
): Promise<void> {
  await database
    .insert(device)
    .values({ personId, id: deviceId, firstAt: at, lastAt: at })
    .onConflictDoUpdate({ target: [device.personId, device.id], set: { lastAt: sql`excluded.last_at` } });
}
