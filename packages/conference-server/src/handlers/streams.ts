import type { Stream } from "@consilium/conference";
import { ok, refuse } from "@consilium/foundation";
import { carry } from "../carry.ts";
import { endStream, noteScreenEnded } from "../end-stream.ts";
import { allStreams, type RoomState, streamsOf, tellAll } from "../room-state.ts";
import type { Handler } from "./handler.ts";
import { setPaused } from "./letting-in.ts";
import { isInRoom, owns } from "./transports.ts";

/** A second stream of the same source takes the place of the first. */
export const produce: Handler<"produce"> = async (room, seat, { transport, ...sent }) => {
  if (!owns(room, seat, transport, "send")) return refuse("no-such-thing");
  if (sent.source === "screen" && room.people.get(seat)?.party === "guest") return refuse("no-right");
  if ((sent.source === "microphone") !== (sent.kind === "audio")) return refuse("malformed");
  const { generation } = room;
  const media = await carry(room);
  const producer = await media.produce(transport, sent);
  const stream: Stream = { producer, seat, kind: sent.kind, source: sent.source, paused: false };
  const isStill = () => generation === room.generation && owns(room, seat, transport, "send");
  const isShared = sent.source === "screen" && isStill();
  if (isShared)
    await noteShared(room, stream).catch((cause: unknown) => {
      if (isStill()) media.closeProducer(producer);
      throw cause;
    });
  if (!isStill()) {
    if (isShared) noteScreenEnded(room, stream);
    if (generation !== room.generation) return refuse("moved");
    media.closeProducer(producer);
    return refuse("not-here");
  }
  const { producers } = streamsOf(room, seat);
  const before = [...producers.values()].find(({ source }) => source === sent.source);
  if (before) close(room, before);
  producers.set(producer, stream);
  tellAll(room, { method: "streamAdded", data: stream }, seat);
  room.recorder.follow();
  return ok({ producer });
};

/** A screen is written down before anybody sees it. */
const noteShared = ({ settings, inOrder }: RoomState, { seat, producer }: Stream): Promise<void> =>
  inOrder(() => settings.trace({ act: "screen-shared", seat, of: producer }));

function close(room: RoomState, stream: Stream): void {
  const { producer } = stream;
  void room.carrying?.then(
    (media) => media.closeProducer(producer),
    () => undefined,
  );
  endStream(room, stream);
  room.recorder.follow();
}

const sends = (room: RoomState, seat: string, producer: string): boolean =>
  isInRoom(room, seat) && streamsOf(room, seat).producers.has(producer);

export const pauseProducer: Handler<"pauseProducer"> = async (room, seat, { producer }) => {
  if (!sends(room, seat, producer)) return refuse("no-such-thing");
  await setPaused(room, seat, producer, true);
  return ok({});
};

export const resumeProducer: Handler<"resumeProducer"> = async (room, seat, { producer }) => {
  if (!sends(room, seat, producer)) return refuse("no-such-thing");
  await setPaused(room, seat, producer, false);
  return ok({});
};

export const closeProducer: Handler<"closeProducer"> = (room, seat, { producer }) => {
  const stream = isInRoom(room, seat) ? streamsOf(room, seat).producers.get(producer) : undefined;
  if (!stream) return refuse("no-such-thing");
  close(room, stream);
  return ok({});
};

/** Of one stream at once: a page that heard no answer asks anew, and nobody fills the media server by asking on and on. */
const mostOfOne = 4;

export const consume: Handler<"consume"> = async (room, seat, { transport, producer, capabilities }) => {
  if (!owns(room, seat, transport, "receive")) return refuse("no-such-thing");
  const stream = allStreams(room).find((one) => one.producer === producer);
  if (!stream || stream.seat === seat) return refuse("no-such-thing");
  const held = [...streamsOf(room, seat).consumers.values()].filter((one) => one === producer);
  if (held.length >= mostOfOne) return refuse("too-many");
  const { generation } = room;
  const received = await (await carry(room)).consume(transport, producer, capabilities);
  if (generation !== room.generation) return refuse("moved");
  // They may have gone while it was begun, and it with their way.
  if (!owns(room, seat, transport, "receive")) return refuse("not-here");
  streamsOf(room, seat).consumers.set(received.consumer, producer);
  const { consumer, kind, rtpParameters } = received;
  return ok({ consumer, kind, rtpParameters });
};

const receives = (room: RoomState, seat: string, consumer: string): boolean =>
  isInRoom(room, seat) && streamsOf(room, seat).consumers.has(consumer);

export const pauseConsumer: Handler<"pauseConsumer"> = async (room, seat, { consumer }) => {
  if (!receives(room, seat, consumer)) return refuse("no-such-thing");
  await (await carry(room)).pauseConsumer(consumer, true);
  return ok({});
};

export const resumeConsumer: Handler<"resumeConsumer"> = async (room, seat, { consumer }) => {
  if (!receives(room, seat, consumer)) return refuse("no-such-thing");
  await (await carry(room)).pauseConsumer(consumer, false);
  return ok({});
};

export const setLayers: Handler<"setLayers"> = async (room, seat, { consumer, spatial, temporal }) => {
  if (!receives(room, seat, consumer)) return refuse("no-such-thing");
  await (await carry(room)).setLayers(consumer, spatial, temporal);
  return ok({});
};
