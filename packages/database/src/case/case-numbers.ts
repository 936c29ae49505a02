import { and, count, eq, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { clinicalCase, organisation } from "../schema/index.ts";

/** Holds the programme's row: two cases opened at once do not get one number. Throws where there is none. */
export async function lockOrganisation(transaction: Database, id: string) {
  const [row] = await transaction.select().from(organisation).where(eq(organisation.id, id)).for("update");
  if (!row) throw new Error(`There is no organisation ${id}`);
  return row;
}

const firstNumber = 1000;

/** `CN-` and one more than the highest. Needs the programme's lock. */
export async function nextCaseNumber(transaction: Database, organisationId: string): Promise<string> {
  const [row] = await transaction
    .select({
      highest: sql<number | null>`max(substring(${clinicalCase.number} from '^CN-([0-9]{1,9})$')::int)`,
    })
    .from(clinicalCase)
    .where(eq(clinicalCase.organisationId, organisationId));
  return `CN-${Math.max(firstNumber, row?.highest ?? 0) + 1}`;
}

/** Cases that somebody opened and that are not submitted. */
export async function countDraftsOpenedBy(transaction: Database, personId: string): Promise<number> {
  const [row] = await transaction
    .select({ drafts: count() })
    .from(clinicalCase)
    .where(and(eq(clinicalCase.openedBy, personId), eq(clinicalCase.state, "draft")));
  return row?.drafts ?? 0;
}
