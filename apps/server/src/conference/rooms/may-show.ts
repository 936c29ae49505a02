import { documentAccess, mayReadRecord, parseDocumentName, recordsAccess } from "@consilium/clinical";
import { findCase, findSeat, readCaseFacts, recordReveals } from "@consilium/database";
import type { Services } from "../../services.ts";

/** Whether a seat may read this of its case itself: only then it is shown to others. `item`: a record's id, or a document's name. */
export async function mayShow(
  { open: { database }, now }: Pick<Services, "open" | "now">,
  caseId: string,
  seatId: string,
  item: string,
): Promise<boolean> {
  const [seat, row] = await Promise.all([findSeat(database, seatId), findCase(database, caseId)]);
  if (!row || seat?.caseId !== caseId) return false;
  const facts = await readCaseFacts(database, row);
  const name = parseDocumentName(item);
  if (name) return documentAccess(name, seat, facts, now()).read === "live";
  const reveals = await recordReveals(database, caseId, item);
  if (reveals === undefined) return false;
  return mayReadRecord(recordsAccess(seat, facts, now()), { id: item, reveals });
}
