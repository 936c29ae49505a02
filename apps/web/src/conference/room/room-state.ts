import type { AnswerOf, Notice, Peer, RecordingState, Source, Stream } from "@consilium/conference";
import type { May, Presented } from "../room-context.ts";

/** Why a page is no longer in the conference. Closed: each has its words on the page that says so. */
export const overs = [
  "denied",
  "removed",
  "seat-ended",
  "ended",
  "elsewhere",
  "left",
  "full",
  "no-right",
  "other-version",
  "session-ended",
  "unknown",
  "too-fast",
] as const;
export type Over = (typeof overs)[number];

/** `stopped`: it was recorded until then. `refused`: somebody said no before it began. */
export type RecordingOver = "stopped" | "refused";

/** What this page knows of a conference, from what it was answered and told. Plain data; `follow` gives the next one. */
export interface RoomState {
  /** `opening`: nothing is known yet. `lost`: it is looked for. */
  readonly line: "opening" | "open" | "lost";
  /** The seat of whoever looks; null: not joined yet. */
  readonly own: string | null;
  /** Whether this person has said that they want in: after a place was given up they ask again by themselves. */
  readonly wantsIn: boolean;
  readonly peers: ReadonlyMap<string, Peer>;
  readonly presented: Presented | null;
  /** Who asked whether it may be recorded, who has said yes, and since when it is. */
  readonly recording: RecordingState;
  /** How the last recording, or the question about one, came to its end, until somebody asks anew. */
  readonly recordingOver: RecordingOver | null;
  readonly may: readonly May[];
  /** Whether the server has sound and pictures at all. */
  readonly media: AnswerOf<"join">["media"];
  /** Of sound and pictures, on this page. */
  readonly carrying: "none" | "beginning" | "there" | "failed";
  /** What the others send, by producer. */
  readonly streams: ReadonlyMap<string, Stream>;
  /** What this page would send, and cannot: there is no codec for it. */
  readonly unsent: ReadonlySet<Source>;
  /** Of `streams` those for which this browser has no codec. */
  readonly unreceived: ReadonlySet<string>;
  /** Who speaks most, and who of the others did last. */
  readonly speaker: string | null;
  readonly faced: string | null;
  /** Who silenced this page, until it speaks again. */
  readonly mutedBy: string | null;
  readonly over: Over | null;
  /** Milliseconds by which the clock of this machine is ahead of the server's; 0 also where nobody knows. */
  readonly clockAhead: number;
}

export type RoomEvent =
  | { readonly is: "joined"; readonly joined: AnswerOf<"join"> }
  | { readonly is: "lost" }
  | { readonly is: "over"; readonly as: Over }
  | { readonly is: "known"; readonly streams: readonly Stream[] }
  | { readonly is: "carrying"; readonly carrying: RoomState["carrying"] }
  | { readonly is: "clock"; readonly ahead: number }
  | { readonly is: "unsent"; readonly source: Source; readonly isUnsent: boolean }
  | { readonly is: "unreceived"; readonly producer: string }
  | { readonly is: "wants-in" }
  | { readonly is: "speaks-again" }
  | { readonly is: "told"; readonly notice: Notice };

export const newRoom: RoomState = {
  line: "opening",
  own: null,
  wantsIn: false,
  peers: new Map(),
  presented: null,
  recording: { askedBy: null, agreed: [], since: null },
  recordingOver: null,
  may: [],
  media: { is: "ready" },
  carrying: "none",
  streams: new Map(),
  unsent: new Set(),
  unreceived: new Set(),
  speaker: null,
  faced: null,
  mutedBy: null,
  over: null,
  clockAhead: 0,
};

/** The next state. What was over stays over: whoever comes again begins with a new room. */
export function follow(room: RoomState, event: RoomEvent): RoomState {
  if (room.over !== null) return room;
  switch (event.is) {
    case "joined":
      return joinedAs(room, event.joined);
    case "lost":
      return { ...room, line: room.line === "opening" ? "opening" : "lost" };
    case "over":
      return { ...room, over: event.as, carrying: "none" };
    case "known":
      return sending(room, new Map(event.streams.map((stream) => [stream.producer, stream])));
    case "carrying":
      return { ...room, carrying: event.carrying };
    case "clock":
      return { ...room, clockAhead: event.ahead };
    case "unsent":
      return event.isUnsent === room.unsent.has(event.source) ? room : unsentAfter(room, event);
    case "unreceived":
      return { ...room, unreceived: new Set([...room.unreceived, event.producer]) };
    case "wants-in":
      return { ...room, wantsIn: true };
    case "speaks-again":
      return { ...room, mutedBy: null };
    case "told":
      return hear(room, event.notice);
  }
}

/** All is said anew: whatever was missed on the way is in it. */
const joinedAs = (
  room: RoomState,
  { seat, peers, presented, recording, may, media }: AnswerOf<"join">,
): RoomState => ({
  ...room,
  line: "open",
  own: seat,
  peers: new Map(peers.map((peer) => [peer.seat, peer])),
  presented,
  ...recordingNow(room, recording),
  may,
  media,
});

function hear(room: RoomState, notice: Notice): RoomState {
  switch (notice.method) {
    case "peerChanged":
      return { ...room, peers: new Map([...room.peers, [notice.data.seat, notice.data]]) };
    case "peerLeft":
      return without(room, notice.data.seat);
    case "presenting":
      return { ...room, presented: notice.data.presented };
    case "recording":
      return { ...room, ...recordingNow(room, notice.data) };
    case "muted":
      return { ...room, mutedBy: notice.data.by };
    case "activeSpeaker":
      return spokenBy(room, notice.data.seat);
    case "removed":
      return { ...room, over: notice.data.as, carrying: "none" };
    case "ended":
    case "elsewhere":
      return { ...room, over: notice.method, carrying: "none" };
    case "streamAdded":
    case "producerChanged":
    case "producerClosed":
      return sending(room, streamsAfter(room, notice));
    case "moved":
      return sending(room, new Map());
    case "layersChanged":
      return room;
  }
}

function unsentAfter(
  room: RoomState,
  { source, isUnsent }: Extract<RoomEvent, { readonly is: "unsent" }>,
): RoomState {
  const unsent = new Set(room.unsent);
  if (isUnsent) unsent.add(source);
  else unsent.delete(source);
  return { ...room, unsent };
}

/** What is no longer sent is not missed either. */
const sending = (room: RoomState, streams: RoomState["streams"]): RoomState => ({
  ...room,
  streams,
  unreceived: new Set([...room.unreceived].filter((producer) => streams.has(producer))),
});

function recordingNow(
  { recording: before, recordingOver }: RoomState,
  recording: RecordingState,
): Pick<RoomState, "recording" | "recordingOver"> {
  if (recording.askedBy !== null) return { recording, recordingOver: null };
  if (before.askedBy === null) return { recording, recordingOver };
  return { recording, recordingOver: before.since === null ? "refused" : "stopped" };
}

const spokenBy = (room: RoomState, seat: string): RoomState => ({
  ...room,
  speaker: seat,
  faced: seat === room.own ? room.faced : seat,
});

function without(room: RoomState, seat: string): RoomState {
  const peers = new Map(room.peers);
  peers.delete(seat);
  const streams = new Map([...room.streams].filter(([, stream]) => stream.seat !== seat));
  const but = (known: string | null) => (known === seat ? null : known);
  return { ...sending(room, streams), peers, speaker: but(room.speaker), faced: but(room.faced) };
}

type StreamNotice = Extract<
  Notice,
  { readonly method: "streamAdded" | "producerChanged" | "producerClosed" }
>;

function streamsAfter({ streams, own }: RoomState, notice: StreamNotice): RoomState["streams"] {
  const next = new Map(streams);
  const known = streams.get(notice.data.producer);
  if (notice.method === "producerClosed") next.delete(notice.data.producer);
  else if (notice.method === "producerChanged") {
    if (known) next.set(known.producer, { ...known, paused: notice.data.paused });
  } else if (notice.data.seat !== own) next.set(notice.data.producer, notice.data);
  return next;
}

/** Where whoever looks is; undefined: nowhere yet. */
export const ownPlace = ({ own, peers }: RoomState): Peer["at"] | undefined =>
  own === null ? undefined : peers.get(own)?.at;

/** Behind the door: also one whose line is lost for a moment, of whom it was not heard that they went. */
export const isInside = ({ at }: Peer): boolean => at === "in" || at === "reconnecting";

/** The others who are in, as they came. */
export const othersInside = ({ peers, own }: RoomState): readonly Peer[] =>
  [...peers.values()].filter((peer) => peer.seat !== own && isInside(peer));

/** Who is shown large: who of the others spoke last, or else whoever is there. */
export const largeOne = (room: RoomState): Peer | undefined => {
  const others = othersInside(room);
  return (
    others.find(({ seat }) => seat === room.faced) ??
    others.find(({ party }) => party === "host") ??
    others[0]
  );
};

/** Those who wait, as they came. */
export const whoWaits = ({ peers }: RoomState): readonly Peer[] =>
  [...peers.values()].filter(({ at }) => at === "waiting");

/** What somebody sends of a source, and does not hold back. */
export const sentBy = (
  { streams }: Pick<RoomState, "streams">,
  seat: string,
  source: Stream["source"],
): Stream | undefined =>
  [...streams.values()].find((stream) => stream.seat === seat && stream.source === source);
