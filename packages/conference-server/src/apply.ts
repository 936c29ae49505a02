import { type Conference, type Presented, type Recording, settleRecording } from "@consilium/clinical";
import { endStream } from "./end-stream.ts";
import { knowsAll } from "./hears.ts";
import type { MediaRoom } from "./media.ts";
import { noteDown } from "./note-down.ts";
import { knownTo, peerOf, recordingState, type RoomState, streamsOf, tell, tellAll } from "./room-state.ts";

/** Takes the next conference over and tells all what of it has changed. */
export function apply(room: RoomState, step: Conference): void {
  const before = room.conference;
  const next = settleRecording(step);
  room.conference = next;
  for (const [seat, attendee] of next.attendees) {
    const was = before.attendees.get(seat);
    if (was === attendee) continue;
    const peer = peerOf(room, seat, attendee);
    if (!knowsAll({ conference: before }, seat)) tellKnown(room, seat);
    if (peer) tellAll(room, { method: "peerChanged", data: peer });
    else if (was && peerOf(room, seat, was)) goodbye(room, seat, attendee.attendance.at);
  }
  if (before.presented !== next.presented) tellShown(room, before.presented, next.presented);
  if (before.recording !== next.recording) tellRecording(room, before.recording, next.recording);
}

/** That it ended is written down whatever ended it; who decided so, by their decision. */
function tellRecording(room: RoomState, before: Recording, now: Recording): void {
  tellAll(room, { method: "recording", data: recordingState(now) });
  if (before.since !== null && now.since === null)
    noteDown(room, { act: "recording-ended", seat: before.askedBy ?? "" });
  room.recorder.follow();
}

/** A guest who is let in learns who is here and what is shown. */
function tellKnown(room: RoomState, seat: string): void {
  if (room.people.get(seat)?.party !== "guest" || !knowsAll(room, seat)) return;
  const { peers, presented, recording } = knownTo(room, seat);
  for (const data of peers) if (data.seat !== seat) tell(room, seat, { method: "peerChanged", data });
  tell(room, seat, { method: "presenting", data: { presented } });
  if (recording.askedBy !== null) tell(room, seat, { method: "recording", data: recording });
}

/** What is no longer shown, nobody reads by having been shown it. */
function tellShown(room: RoomState, before: Presented | null, presented: Presented | null): void {
  if (before !== null && before.seat !== presented?.seat)
    noteDown(room, { act: "presenting-ended", seat: before.seat });
  if (presented === null)
    room
      .inOrder(() => room.settings.shown(room.conference.presented?.item ?? null))
      .catch(room.settings.failed);
  tellAll(room, { method: "presenting", data: { presented } });
}

/** Somebody is no longer there: their streams end, they are told why, and the others that they have gone. */
function goodbye(room: RoomState, seat: string, at: string): void {
  const as = at === "denied" || at === "removed" ? at : "left";
  dropStreams(room, seat);
  if (as !== "left") tell(room, seat, { method: "removed", data: { as } });
  tellAll(room, { method: "peerLeft", data: { seat, as } }, seat);
  const connection = room.connections.get(seat);
  room.connections.delete(seat);
  if (as !== "left") connection?.close("removed");
  // Whoever goes by themselves hears first that it was done.
  else setImmediate(() => connection?.close(room.conference.state === "ended" ? "ended" : "left"));
}

/** Ends all that somebody sends and receives. */
export function dropStreams(room: RoomState, seat: string): void {
  const { transports, producers } = streamsOf(room, seat);
  for (const stream of producers.values()) endStream(room, stream);
  room.streams.delete(seat);
  room.recorder.follow();
  if (transports.size === 0) return;
  void room.carrying?.then(
    (media) => closeTransports(media, [...transports.values()]),
    () => undefined,
  );
}

const closeTransports = (media: MediaRoom, transports: readonly string[]): void => {
  for (const transport of transports) media.closeTransport(transport);
};
