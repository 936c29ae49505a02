import { lt } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { session, signInFailure, verification } from "../schema/identity.ts";

const day = 24 * 3600 * 1000;

/** Sessions that ran out and counts that are of no use any more. Keys of what a browser kept stay (SY-7). */
export async function forgetExpired(database: Database, now: Date): Promise<void> {
  await database.delete(session).where(lt(session.expiresAt, now));
  await database.delete(verification).where(lt(verification.expiresAt, now));
  await database.delete(signInFailure).where(lt(signInFailure.lastAt, new Date(now.getTime() - day)));
}
