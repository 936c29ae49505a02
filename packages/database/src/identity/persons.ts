import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { type Licence, membership, organisation, person, user } from "../schema/index.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly zone: string;
  /** What they do, where they treat patients. */
  readonly profession: string | null;
}

const columns = {
  id: person.id,
  name: user.name,
  initials: person.initials,
  zone: person.zone,
  profession: person.profession,
};

export async function findPerson(database: Database, id: string): Promise<Person | undefined> {
  const [found] = await database
    .select(columns)
    .from(person)
    .innerJoin(user, eq(user.id, person.id))
    .where(and(eq(person.id, id), isNull(person.closedAt)));
  return found;
}

/** By the address of their account, in any case of letters. */
export async function findPersonByEmail(database: Database, email: string): Promise<Person | undefined> {
  const [found] = await database
    .select(columns)
    .from(person)
    .innerJoin(user, eq(user.id, person.id))
    .where(and(eq(user.email, email.trim().toLowerCase()), isNull(person.closedAt)));
  return found;
}

/** The programmes that somebody works for now, and as what. It opens no case. */
export async function membershipsOf(database: Database, personId: string, now: Date) {
  return database
    .select({
      organisationId: membership.organisationId,
      name: organisation.name,
      details: organisation.details,
      staffRole: membership.staffRole,
    })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(and(eq(membership.personId, personId), or(isNull(membership.toAt), gt(membership.toAt, now))));
}

export async function findOrganisation(database: Database, id: string) {
  const [found] = await database.select().from(organisation).where(eq(organisation.id, id));
  return found;
}

/** All programmes of this installation, the oldest first. */
export const allOrganisations = (database: Database) =>
  database.select().from(organisation).orderBy(organisation.createdAt, organisation.id);

/** Under which somebody practises. Null: none is known. */
export async function licenceOf(database: Database, personId: string): Promise<Licence | null> {
  const [found] = await database
    .select({ licence: person.licence })
    .from(person)
    .where(eq(person.id, personId));
  return found?.licence ?? null;
}
