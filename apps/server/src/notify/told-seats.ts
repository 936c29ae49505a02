import { isPatientSide, type ProxyScope, type Seat, type ShareAudience } from "@consilium/clinical";
import { type Database, seatsOfCases } from "@consilium/database";

/** Ended seats are among them: whoever sits in one is not told anyway. */
const idsWhere = (seats: readonly Seat[], isMeant: (seat: Seat) => boolean): readonly string[] =>
  seats.filter(isMeant).map(({ id }) => id);

const isPatientWith =
  (scope: ProxyScope) =>
  (seat: Seat): boolean =>
    isPatientSide(seat) && (seat.role === "patient" || seat.scopes.includes(scope));

export const coordinatorsOf = async (transaction: Database, caseId: string): Promise<readonly string[]> =>
  idsWhere(await seatsOfCases(transaction, [caseId]), ({ role }) => role === "coordinator");

/** Those who may answer a wish for a visit. */
export const visitAnswerers = async (transaction: Database, caseId: string): Promise<readonly string[]> =>
  idsWhere(
    await seatsOfCases(transaction, [caseId]),
    ({ role, mode }) => role === "coordinator" || (role === "specialist" && mode === "author"),
  );

/** What a patient is asked, the patient's side answers. */
export async function askedSeats(
  transaction: Database,
  caseId: string,
  of: string,
): Promise<readonly string[]> {
  const seats = await seatsOfCases(transaction, [caseId]);
  const asked = seats.find(({ id }) => id === of);
  if (!asked || !isPatientSide(asked)) return asked ? [of] : [];
  return [...new Set([of, ...idsWhere(seats, isPatientWith("add-records"))])];
}

export async function audienceSeats(
  transaction: Database,
  caseId: string,
  audience: ShareAudience,
): Promise<readonly string[]> {
  const seats = await seatsOfCases(transaction, [caseId]);
  if (audience === "patient") return idsWhere(seats, isPatientWith("receive"));
  return idsWhere(seats, ({ role }) => role === "referrer" || role === "care-team");
}
