import { type CaseFacts, isPatientSide, recordsAccess, type Seat } from "@consilium/clinical";
import { type Database, findCase, findSeat } from "@consilium/database";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import type { Archive } from "./archive.ts";

/** Whoever may hand over records, but for the patient's side: an archive knows of others than them. */
export const mayAskArchives = (
  seat: Seat,
  facts: Pick<CaseFacts, "id" | "state" | "interrupted">,
  now: Date,
): boolean => recordsAccess(seat, facts, now).add && !isPatientSide(seat);

/** The archives that this seat may ask for this case. */
export function archivesFor(
  { archives, now }: Pick<Services, "archives" | "now">,
  { seat, facts, row }: Pick<Visit, "seat" | "facts" | "row">,
): readonly Archive[] {
  if (!mayAskArchives(seat, facts, now())) return [];
  return archives.all.filter((archive) => isFor(archive, row));
}

/** Whether cases of this programme may use it. */
export const isFor = (
  { organisations }: Archive,
  { organisationId }: { readonly organisationId: string },
): boolean => organisations?.includes(organisationId) ?? true;

/** The same, of a seat as it is now. */
export async function maySeatAsk(
  database: Database,
  { caseId, seatId }: { readonly caseId: string; readonly seatId: string },
  now: Date,
): Promise<boolean> {
  const seat = await findSeat(database, seatId);
  const row = await findCase(database, caseId);
  if (!seat || !row) return false;
  return mayAskArchives(seat, { id: row.id, state: row.state, interrupted: row.pausedFrom }, now);
}
