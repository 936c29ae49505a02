import type { CaseState } from "@consilium/clinical";
import { and, desc, eq, gt, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { clinicalCase, seat } from "../schema/index.ts";

export interface NumberedCase {
  readonly id: string;
  readonly number: string;
  readonly specialty: string;
  readonly tier: "standard" | "expedited";
  readonly state: CaseState;
  readonly submittedAt: Date;
  readonly signedAt: Date | null;
}

export interface CountedFor {
  readonly organisationId: string;
  readonly personId: string;
  readonly now: Date;
  /** Of the newest so many. */
  readonly most: number;
}

/** The cases of a programme that were submitted and that somebody coordinates in it, the newest first; erased ones are gone. */
export async function numberedCases(
  database: Database,
  { organisationId, personId, now, most }: CountedFor,
): Promise<readonly NumberedCase[]> {
  const { id, number, specialty, tier, state, submittedAt, signedAt } = clinicalCase;
  const rows = await database
    .selectDistinct({ id, number, specialty, tier, state, submittedAt, signedAt })
    .from(clinicalCase)
    .innerJoin(seat, eq(seat.caseId, clinicalCase.id))
    .where(
      and(
        eq(clinicalCase.organisationId, organisationId),
        isNotNull(submittedAt),
        isNotNull(clinicalCase.wrappedKey),
        eq(seat.personId, personId),
        eq(seat.role, "coordinator"),
        lte(seat.fromAt, now),
        or(isNull(seat.toAt), gt(seat.toAt, now)),
      ),
    )
    .orderBy(desc(id))
    .limit(most);
  return rows.flatMap((row) => (row.submittedAt ? [{ ...row, submittedAt: row.submittedAt }] : []));
}
