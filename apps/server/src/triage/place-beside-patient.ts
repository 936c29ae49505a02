import { besidePatient, type BesidePatient, type Seat } from "@consilium/clinical";
import { isSeatedAs } from "../case/give-seat.ts";

/** What somebody is to the patient of these seats now. Who treats a patient, or stands at their side, gives no second opinion on them. */
export const placeBesidePatient = (
  personId: string,
  seats: readonly Seat[],
  at: Date,
): BesidePatient | null => besidePatient.find((role) => isSeatedAs(role, personId, seats, at)) ?? null;
