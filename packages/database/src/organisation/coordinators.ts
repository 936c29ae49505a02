import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { membership, person } from "../schema/index.ts";

/** The people who coordinate a programme now, the longest first; nobody whose account is closed. */
export async function coordinatorsOf(
  database: Database,
  organisationId: string,
  now: Date,
): Promise<readonly string[]> {
  const rows = await database
    .select({ personId: membership.personId })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(
        eq(membership.organisationId, organisationId),
        eq(membership.staffRole, "coordinator"),
        or(isNull(membership.toAt), gt(membership.toAt, now)),
        isNull(person.closedAt),
      ),
    )
    .orderBy(membership.fromAt, membership.personId);
  return rows.map(({ personId }) => personId);
}
