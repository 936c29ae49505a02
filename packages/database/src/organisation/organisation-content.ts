import { and, asc, desc, eq } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { organisation, organisationContent, user } from "../schema/index.ts";

export type OrganisationContent = typeof organisationContent.$inferSelect;
export type OrganisationContentKind = OrganisationContent["kind"];

/** The newest version of each, with the name of who wrote it; also of what was taken back. */
export const newestContentOf = (database: Database, organisationId: string, kind: OrganisationContentKind) =>
  database
    .selectDistinctOn([organisationContent.id], {
      id: organisationContent.id,
      version: organisationContent.version,
      body: organisationContent.body,
      at: organisationContent.at,
      by: user.name,
    })
    .from(organisationContent)
    .innerJoin(user, eq(user.id, organisationContent.personId))
    .where(and(eq(organisationContent.organisationId, organisationId), eq(organisationContent.kind, kind)))
    .orderBy(asc(organisationContent.id), desc(organisationContent.version));

/** The newest version of one. */
export async function newestContent(
  database: Database,
  organisationId: string,
  kind: OrganisationContentKind,
  id: string,
): Promise<OrganisationContent | undefined> {
  const [found] = await database
    .select()
    .from(organisationContent)
    .where(
      and(
        eq(organisationContent.organisationId, organisationId),
        eq(organisationContent.kind, kind),
        eq(organisationContent.id, id),
      ),
    )
    .orderBy(desc(organisationContent.version))
    .limit(1);
  return found;
}

/** Until the transaction ends nobody else writes content of this programme. */
export async function holdContentOf(transaction: Database, organisationId: string): Promise<void> {
  await transaction
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
    .for("no key update");
}

export async function insertContent(transaction: Database, row: OrganisationContent): Promise<void> {
  await transaction.insert(organisationContent).values(row);
}
