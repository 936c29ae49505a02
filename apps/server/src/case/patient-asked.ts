import { isPatientSide, type Seat } from "@consilium/clinical";

type Sitting = Pick<Seat, "id" | "role">;

/** When a seat last wrote to everyone. */
interface Spoken {
  readonly seatId: string;
  readonly at: Date;
}

/** Whether the patient's side has written to everyone since whoever asks last did. Never for the patient's own side. */
export function patientAsked(
  seats: readonly Sitting[],
  own: readonly Sitting[],
  spoken: readonly Spoken[],
): boolean {
  const last = (of: readonly Sitting[]): number =>
    Math.max(
      0,
      ...spoken.filter(({ seatId }) => of.some(({ id }) => id === seatId)).map(({ at }) => at.getTime()),
    );
  const patients = last(seats.filter(isPatientSide));
  return patients > 0 && !own.some(isPatientSide) && patients > last(own);
}
