import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { suggestionClaim } from "../schema/index.ts";

export interface ClaimOfSuggestion {
  readonly organisationId: string;
  readonly caseId: string;
  readonly suggestionId: string;
  readonly documentId: string;
  readonly seatId: string;
  readonly at: Date;
}

/** After this long without the edit a claim may be taken over. Milliseconds. */
const claimLasts = 30_000;

/**
 * One winner: of two authors who accept at once, one edits. True when the claim is this seat's now: it is new, was theirs
 * already, or the other one's has lapsed without the edit.
 */
export async function claimSuggestion(database: Database, claim: ClaimOfSuggestion): Promise<boolean> {
  const lapsed = new Date(claim.at.getTime() - claimLasts);
  const won = await database
    .insert(suggestionClaim)
    .values(claim)
    .onConflictDoUpdate({
      target: [suggestionClaim.caseId, suggestionClaim.suggestionId],
      set: { seatId: claim.seatId, at: claim.at },
      setWhere: sql`${suggestionClaim.doneAt} is null
        and (${suggestionClaim.at} < ${lapsed.toISOString()} or ${suggestionClaim.seatId} = ${claim.seatId})`,
    })
    .returning({ seatId: suggestionClaim.seatId });
  return won.length > 0;
}

/** The edit is in the log: nobody claims it again. */
export async function settleSuggestion(
  database: Database,
  caseId: string,
  suggestionId: string,
  at: Date,
): Promise<void> {
  await database
    .update(suggestionClaim)
    .set({ doneAt: at })
    .where(and(eq(suggestionClaim.caseId, caseId), eq(suggestionClaim.suggestionId, suggestionId)));
}
