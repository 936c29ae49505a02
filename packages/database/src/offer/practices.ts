import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { clinicalCase, type Licence, membership, person, practice, seat, user } from "../schema/index.ts";

export type Practice = typeof practice.$inferSelect;

/** What somebody works on in a programme. Undefined: nobody has said so. */
export async function findPractice(
  database: Database,
  organisationId: string,
  personId: string,
): Promise<Practice | undefined> {
  const [found] = await database
    .select()
    .from(practice)
    .where(and(eq(practice.organisationId, organisationId), eq(practice.personId, personId)));
  return found;
}

export async function savePractice(transaction: Database, row: Practice): Promise<void> {
  await transaction
    .insert(practice)
    .values(row)
    .onConflictDoUpdate({ target: [practice.organisationId, practice.personId], set: row });
}

/** Somebody who works as a clinician in a programme, and whom a case can be offered to. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly profession: string | null;
  readonly workplace: string | null;
  readonly zone: string;
  readonly licence: Licence | null;
  readonly practice: Practice | null;
  /** Cases that they have in hand now, as author or blind reader, in all programmes. */
  readonly load: number;
}

/** By name. */
export async function colleaguesOf(
  database: Database,
  organisationId: string,
  now: Date,
): Promise<readonly Colleague[]> {
  const rows = await database
    .select({
      id: person.id,
      name: user.name,
      initials: person.initials,
      profession: person.profession,
      workplace: person.workplace,
      zone: person.zone,
      licence: person.licence,
      practice,
    })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .innerJoin(user, eq(user.id, person.id))
    .leftJoin(practice, and(eq(practice.personId, person.id), eq(practice.organisationId, organisationId)))
    .where(
      and(
        eq(membership.organisationId, organisationId),
        eq(membership.staffRole, "clinician"),
        or(isNull(membership.toAt), gt(membership.toAt, now)),
        isNull(person.closedAt),
      ),
    )
    .orderBy(user.name, person.id);
  const loads = await loadsOf(
    database,
    rows.map(({ id }) => id),
    now,
  );
  return rows.map((row) => ({ ...row, load: loads.get(row.id) ?? 0 }));
}

/** How many cases each of them writes or reads blind now. */
async function loadsOf(
  database: Database,
  personIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  if (personIds.length === 0) return new Map();
  const rows = await database
    .selectDistinct({ personId: seat.personId, caseId: seat.caseId })
    .from(seat)
    .innerJoin(clinicalCase, eq(clinicalCase.id, seat.caseId))
    .where(
      and(
        inArray(seat.personId, [...personIds]),
        eq(seat.role, "specialist"),
        inArray(seat.mode, ["author", "blind"]),
        or(isNull(seat.toAt), gt(seat.toAt, now)),
        inArray(clinicalCase.state, ["gathering-records", "ready-for-review", "in-review", "paused"]),
      ),
    );
  return new Map([...Map.groupBy(rows, (row) => row.personId)].map(([id, held]) => [id, held.length]));
}
