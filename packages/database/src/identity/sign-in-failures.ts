import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { signInFailure } from "../schema/identity.ts";

/** An account as a keyed hash of its e-mail address, and where the attempt came from. */
export interface AttemptSource {
  readonly account: Buffer;
  readonly source: string;
}

const sameSource = ({ account, source }: AttemptSource) =>
  and(eq(signInFailure.account, account), eq(signInFailure.source, source));

/**
 * Counts an attempt before it is made, so that a thousand at once do not all count as the first, and gives how many failed
 * ones came before it. Those before `forgotten` count no more.
 */
export async function countAttempt(
  database: Database,
  from: AttemptSource,
  at: Date,
  forgotten: Date,
): Promise<number> {
  const isOld = sql`${signInFailure.lastAt} < ${forgotten.toISOString()}`;
  const [counted] = await database
    .insert(signInFailure)
    .values({ ...from, count: 1, lastAt: at })
    .onConflictDoUpdate({
      target: [signInFailure.account, signInFailure.source],
      set: { count: sql`case when ${isOld} then 1 else ${signInFailure.count} + 1 end`, lastAt: at },
    })
    .returning({ count: signInFailure.count });
  return (counted?.count ?? 1) - 1;
}

/** The attempt was a success. */
export async function forgetAttempts(database: Database, from: AttemptSource): Promise<void> {
  await database.delete(signInFailure).where(sameSource(from));
}
