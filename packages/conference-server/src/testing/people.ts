import type { Attending } from "../room-state.ts";

const seatOf = (number: number): string => `01KDVDNA00TN9P6MHT5FWG4V${String(number).padStart(2, "0")}`;

/** Who comes to the rooms of the tests. Their names are invented. */
export const doctor: Attending = { seat: seatOf(1), name: "Dr Adaeze Okonkwo", party: "host" };
export const patient: Attending = { seat: seatOf(2), name: "Marisol Quintana", party: "member" };
export const interpreter: Attending = { seat: seatOf(3), name: "Rafael Bento", party: "guest" };
export const secondDoctor: Attending = { seat: seatOf(4), name: "Dr Ines Hallström", party: "host" };
