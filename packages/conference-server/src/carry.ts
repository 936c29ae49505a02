import { noteScreenEnded } from "./end-stream.ts";
import type { MediaRoom } from "./media.ts";
import { allStreams, type RoomState, tell, tellAll } from "./room-state.ts";

/** The streams' side of the room, opened when the first who is in asks for it. Throws `NoMedia` where there is none. */
export function carry(room: RoomState): Promise<MediaRoom> {
  room.carrying ??= open(room, room.generation);
  return room.carrying;
}

async function open(room: RoomState, generation: number): Promise<MediaRoom> {
  try {
    return await room.settings.media.openRoom({
      speaks: (producer) => {
        const seat = ownerOf(room, producer);
        if (seat !== undefined) tellAll(room, { method: "activeSpeaker", data: { seat } });
      },
      layers: (consumer, spatial) => {
        for (const [seat, { consumers }] of room.streams)
          if (consumers.has(consumer))
            tell(room, seat, { method: "layersChanged", data: { consumer, spatial } });
      },
      died: () => {
        if (room.generation === generation) move(room);
      },
    });
  } catch (cause) {
    room.carrying = undefined;
    throw cause;
  }
}

/** The worker is dead: nothing of it is touched any more, all begin anew on another one. */
function move(room: RoomState): void {
  room.generation += 1;
  room.carrying = undefined;
  for (const stream of allStreams(room)) noteScreenEnded(room, stream);
  room.streams.clear();
  room.recorder.follow();
  if (room.conference.state === "ended") return;
  // Opened before anybody asks: the spare worker is warm.
  carry(room).catch(room.settings.failed);
  tellAll(room, { method: "moved", data: { generation: room.generation } });
}

const ownerOf = ({ streams }: RoomState, producer: string): string | undefined =>
  [...streams].find(([, { producers }]) => producers.has(producer))?.[0];
