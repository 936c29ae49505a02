import { isIn } from "@consilium/clinical";
import { ok, refuse } from "@consilium/foundation";
import { carry } from "../carry.ts";
import { endStream } from "../end-stream.ts";
import type { Direction } from "../media.ts";
import { allStreams, type RoomState, streamsOf } from "../room-state.ts";
import type { Handler } from "./handler.ts";

/** Only who is in sends or receives. */
export function isInRoom({ conference }: RoomState, seat: string): boolean {
  const attendee = conference.attendees.get(seat);
  return attendee !== undefined && isIn(attendee);
}

export const openMedia: Handler<"openMedia"> = async (room, seat) => {
  if (!isInRoom(room, seat)) return refuse("not-here");
  const { generation } = room;
  const { capabilities } = await carry(room);
  if (generation !== room.generation) return refuse("moved");
  const iceServers = [...room.settings.iceServersFor(seat)];
  return ok({
    capabilities,
    iceServers,
    streams: allStreams(room).filter((stream) => stream.seat !== seat),
    generation,
  });
};

/** Whoever asks for a way that they have gets a new one: a page that was loaded anew knows nothing of the old one. */
export const createTransport: Handler<"createTransport"> = async (room, seat, { direction }) => {
  if (!isInRoom(room, seat)) return refuse("not-here");
  const { generation } = room;
  const media = await carry(room);
  const opened = await media.openTransport(direction, seat);
  // They may have gone, or the room may have moved, while it was opened.
  if (generation !== room.generation) return refuse("moved");
  if (!isInRoom(room, seat)) {
    media.closeTransport(opened.transport);
    return refuse("not-here");
  }
  const { transports, consumers, producers } = streamsOf(room, seat);
  const before = transports.get(direction);
  if (before !== undefined) media.closeTransport(before);
  transports.set(direction, opened.transport);
  // What went over the old one ends with it.
  if (direction === "receive") consumers.clear();
  else for (const stream of producers.values()) endStream(room, stream);
  room.recorder.follow();
  const { transport, iceParameters, iceCandidates, dtlsParameters } = opened;
  return ok({ transport, iceParameters, iceCandidates: [...iceCandidates], dtlsParameters });
};

export const connectTransport: Handler<"connectTransport"> = async (
  room,
  seat,
  { transport, dtlsParameters },
) => {
  if (!owns(room, seat, transport)) return refuse("no-such-thing");
  await (await carry(room)).connectTransport(transport, dtlsParameters);
  return ok({});
};

export const restartIce: Handler<"restartIce"> = async (room, seat, { transport }) => {
  if (!owns(room, seat, transport)) return refuse("no-such-thing");
  return ok({ iceParameters: await (await carry(room)).restartIce(transport) });
};

/** Nobody reaches into what is another's. */
export function owns(room: RoomState, seat: string, transport: string, direction?: Direction): boolean {
  if (!isInRoom(room, seat)) return false;
  const { transports } = streamsOf(room, seat);
  return direction === undefined
    ? [...transports.values()].includes(transport)
    : transports.get(direction) === transport;
}
