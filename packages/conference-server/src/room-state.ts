import {
  type Attendee,
  type Conference,
  isPresent,
  noRecording,
  type Party,
  type Presented,
  type Recording,
} from "@consilium/clinical";
import type { IceServer, Notice, Peer, RecordingState, Stream } from "@consilium/conference";
import { hears, isKnownBefore, knowsAll } from "./hears.ts";
import type { InOrder } from "./in-order.ts";
import type { Media, MediaRoom } from "./media.ts";
import type { Recorder } from "./recorder.ts";
import type { Statistics } from "./statistics.ts";

/** A page that is open: one a seat. */
export interface Connection {
  readonly send: (text: string) => void;
  /** With a reason that the page knows. */
  readonly close: (reason: "elsewhere" | "left" | "removed" | "ended" | "too-fast" | "not-here") => void;
}

export interface Attending {
  readonly seat: string;
  readonly name: string;
  readonly party: Party;
}

/** Decisions about the recording. `recording-ended`: somebody came in, or nobody was in any more. */
export type RecordingAct =
  | "asked-to-record"
  | "agreed-to-recording"
  | "refused-recording"
  | "recording-begun"
  | "recording-stopped"
  | "recording-ended";

/** A stretch of what somebody sent: their voice and face, or a screen. */
export interface RecordedPart {
  readonly seat: string;
  readonly kind: "face" | "screen";
  /** Milliseconds since 1970. */
  readonly from: number;
}

/** What is to be written down of a conference: who, and whom or which item it concerned. */
export interface Trace {
  readonly act:
    | "came"
    | "in"
    | "left"
    | "admitted"
    | "denied"
    | "removed"
    | "muted"
    | "presents"
    | "presenting-ended"
    | "screen-shared"
    | "screen-ended"
    | "ended"
    | RecordingAct;
  readonly seat: string;
  readonly of?: string;
}

export interface RoomSettings {
  readonly media: Media;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly iceServersFor: (seat: string) => readonly IceServer[];
  /** Whether somebody may show this of the case: nobody shows what they may not read. */
  readonly mayShow: (seat: string, item: string) => Promise<boolean>;
  /** Written before it is done: what cannot be written down is not done. What ends is written after it: it ends in any case. */
  readonly trace: (trace: Trace) => Promise<void>;
  /** What is shown to all from now on; known to whoever judges what guests read before anybody is told. */
  readonly shown: (item: string | null) => Promise<void>;
  /** Puts a part away as it comes. Undefined: nothing can be recorded here. */
  readonly keepRecording?: (part: RecordedPart, bytes: AsyncIterable<Uint8Array>) => Promise<void>;
  /** What nobody expected. */
  readonly failed: (cause: unknown) => void;
}

/** What is held of one seat's streams. */
export interface Streams {
  readonly transports: Map<"send" | "receive", string>;
  readonly producers: Map<string, Stream>;
  /** By consumer, the producer that it is of. */
  readonly consumers: Map<string, string>;
}

/** All that a room holds, in this process. */
export interface RoomState {
  readonly settings: RoomSettings;
  /**
   * Whatever is written down is judged, written and done before the next of it is judged: rows say the last of what was so, and of two who
   * do the same at once one is told that it is done.
   */
  readonly inOrder: InOrder;
  conference: Conference;
  readonly people: Map<string, Attending>;
  readonly connections: Map<string, Connection>;
  readonly streams: Map<string, Streams>;
  /** Undefined: nobody has asked for it yet, or it has died and is opened anew when somebody asks. */
  carrying: Promise<MediaRoom> | undefined;
  readonly statistics: Statistics;
  readonly recorder: Recorder;
  /** Counts up each time the room moves. */
  generation: number;
}

export const streamsOf = ({ streams }: RoomState, seat: string): Streams => {
  const known = streams.get(seat);
  if (known) return known;
  const none: Streams = { transports: new Map(), producers: new Map(), consumers: new Map() };
  streams.set(seat, none);
  return none;
};

/** A stream has ended, and with it what was received of it. */
export function forgetConsumers({ streams }: RoomState, producer: string): void {
  for (const { consumers } of streams.values())
    for (const [consumer, of] of consumers) if (of === producer) consumers.delete(consumer);
}

export const tell = ({ connections }: RoomState, seat: string, notice: Notice): void =>
  connections.get(seat)?.send(JSON.stringify(notice));

/** To all who are here and may hear it, but for one. Who waits is no secret among those who have a seat in the case. */
export function tellAll(room: RoomState, notice: Notice, but?: string): void {
  for (const seat of room.connections.keys())
    if (seat !== but && hears(room, seat, notice)) tell(room, seat, notice);
}

export function peerOf({ people }: RoomState, seat: string, attendee: Attendee): Peer | undefined {
  const { attendance, handSince } = attendee;
  const person = people.get(seat);
  if (!person || !isPresent(attendee)) return undefined;
  const { at } = attendance;
  if (at === "left" || at === "denied" || at === "removed") return undefined;
  return { seat, name: person.name, party: person.party, at, handSince };
}

const peersOf = (room: RoomState): Peer[] =>
  [...room.conference.attendees].flatMap(([seat, attendee]) => peerOf(room, seat, attendee) ?? []);

/** Who is here and what is shown, as far as one of them may know. */
export function knownTo(
  room: RoomState,
  seat: string,
): { readonly peers: Peer[]; readonly presented: Presented | null; readonly recording: RecordingState } {
  const peers = peersOf(room);
  const { presented, recording } = room.conference;
  if (knowsAll(room, seat)) return { peers, presented, recording: recordingState(recording) };
  const known = peers.filter((peer) => isKnownBefore(seat, peer));
  return { peers: known, presented: null, recording: recordingState(noRecording) };
}

export const allStreams = ({ streams }: RoomState): Stream[] =>
  [...streams.values()].flatMap(({ producers }) => [...producers.values()]);

/** As pages know it. */
export const recordingState = ({ askedBy, agreed, since }: Recording): RecordingState => ({
  askedBy,
  agreed: [...agreed],
  since,
});
