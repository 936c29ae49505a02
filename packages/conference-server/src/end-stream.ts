import type { Stream } from "@consilium/conference";
import { noteDown } from "./note-down.ts";
import { allStreams, forgetConsumers, type RoomState, streamsOf, tellAll } from "./room-state.ts";

/** A stream is sent no longer, however it ended: nobody receives it, all are told, and of a screen it is written down. */
export function endStream(room: RoomState, stream: Stream): void {
  const { producer, seat } = stream;
  streamsOf(room, seat).producers.delete(producer);
  forgetConsumers(room, producer);
  tellAll(room, { method: "producerClosed", data: { producer } }, seat);
  noteScreenEnded(room, stream);
}

/** `of`: by which one knows to which beginning an end belongs. */
export function noteScreenEnded(room: RoomState, { source, seat, producer }: Stream): void {
  if (source === "screen") noteDown(room, { act: "screen-ended", seat, of: producer });
}

/** The room ends here, or goes on elsewhere: what it showed, shared and recorded does not. */
export function noteStopped(room: RoomState): void {
  const { presented, recording } = room.conference;
  if (presented) noteDown(room, { act: "presenting-ended", seat: presented.seat });
  if (recording.since !== null) noteDown(room, { act: "recording-ended", seat: recording.askedBy ?? "" });
  for (const stream of allStreams(room)) noteScreenEnded(room, stream);
}
