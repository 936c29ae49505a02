import { isIn, isPresent } from "@consilium/clinical";
import type { Notice, Peer } from "@consilium/conference";
import type { RoomState } from "./room-state.ts";

type Room = Pick<RoomState, "conference">;

/** Whether somebody is told of all that happens here. A guest's link may be in wrong hands: they are, once they are let in. */
export function knowsAll({ conference }: Room, seat: string): boolean {
  const attendee = conference.attendees.get(seat);
  return attendee !== undefined && isPresent(attendee) && (attendee.party !== "guest" || isIn(attendee));
}

/** Of whom a guest knows who is not let in yet: themselves, and clinicians, one of whom lets them in. */
export const isKnownBefore = (seat: string, peer: Pick<Peer, "seat" | "party">): boolean =>
  peer.seat === seat || peer.party === "host";

/** Whether a page is told this. One that has not said that it is here, or is not let in at all, hears nothing but the end. */
export function hears(room: Room, seat: string, notice: Notice): boolean {
  if (notice.method === "ended" || knowsAll(room, seat)) return true;
  const attendee = room.conference.attendees.get(seat);
  if (!attendee || !isPresent(attendee)) return false;
  if (notice.method === "peerChanged") return isKnownBefore(seat, notice.data);
  return notice.method === "peerLeft" && room.conference.attendees.get(notice.data.seat)?.party === "host";
}
