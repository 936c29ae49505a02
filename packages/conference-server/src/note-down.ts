import { isIn, isPresent } from "@consilium/clinical";
import type { RoomState, Trace } from "./room-state.ts";

/** Written down in its turn, of what is so already: nobody waits for it, and it is so also where it cannot be written. */
export const noteDown = ({ settings, inOrder }: RoomState, trace: Trace): void =>
  void inOrder(() => settings.trace(trace)).catch(settings.failed);

/** Of those before the door, whom the end sends away: who is in stands in rows, which end with the conference's own. */
export function noteSentAway(room: RoomState): void {
  for (const [seat, attendee] of room.conference.attendees)
    if (isPresent(attendee) && !isIn(attendee)) noteDown(room, { act: "left", seat });
}
