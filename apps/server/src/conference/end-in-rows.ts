import {
  type ConferenceRow,
  type Database,
  endAttendances,
  endConference,
  endGuests,
  findSeat,
  recordAct,
} from "@consilium/database";

/**
 * What of a conference stands in rows ends with it, in the transaction that ends it: who was in has left, and stands in the audit so;
 * guests have no link, device or seat any more. False: it had ended before.
 */
export async function endInRows(
  transaction: Database,
  { id, organisationId, caseId }: ConferenceRow,
  at: Date,
): Promise<boolean> {
  if (!(await endConference(transaction, id, at))) return false;
  for (const seatId of await endAttendances(transaction, id, at)) {
    const personId = (await findSeat(transaction, seatId))?.personId ?? null;
    const of = { organisationId, caseId, personId, seatId };
    await recordAct(transaction, { ...of, act: "conference.left", subject: id, body: {} });
  }
  await endGuests(transaction, id, at);
  return true;
}
