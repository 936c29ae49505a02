import type { AnswerOf, Notice, Peer, RecordingState, Source, Stream } from "@consilium/conference";
import { expect, test } from "vitest";
import { follow, largeOne, newRoom, ownPlace, type RoomState, sentBy, whoWaits } from "./room-state.ts";

const own = "01KDVDNA00TN9P6MHT5FWG4V01";
const patient = "01KDVDNA00TN9P6MHT5FWG4V02";

const peerOf = (seat: string, at: Peer["at"]): Peer => ({
  seat,
  name: "Marisol Quintana",
  party: "member",
  at,
  handSince: null,
});
const joined: AnswerOf<"join"> = {
  seat: own,
  state: "live",
  peers: [peerOf(own, "checking")],
  presented: null,
  recording: { askedBy: null, agreed: [], since: null },
  may: ["admit"],
  media: { is: "ready" },
};
const spoken: Stream = { producer: "p1", seat: patient, kind: "audio", source: "microphone", paused: false };
const seen: Stream = { producer: "p2", seat: patient, kind: "video", source: "camera", paused: false };

const after = (...notices: readonly Notice[]): RoomState =>
  notices.reduce(
    (room, notice) => follow(room, { is: "told", notice }),
    follow(newRoom, { is: "joined", joined }),
  );

test("somebody waits until they are let in, and is let in for all", () => {
  const waiting = after({ method: "peerChanged", data: peerOf(patient, "waiting") });
  expect(whoWaits(waiting).map(({ seat }) => seat)).toEqual([patient]);
  const next = follow(waiting, {
    is: "told",
    notice: { method: "peerChanged", data: peerOf(patient, "in") },
  });
  expect(whoWaits(next)).toEqual([]);
  expect(ownPlace(next)).toBe("checking");
});

test("with somebody who goes goes what they sent, and that they spoke", () => {
  const room = after(
    { method: "peerChanged", data: peerOf(patient, "in") },
    { method: "streamAdded", data: spoken },
    { method: "activeSpeaker", data: { seat: patient } },
    { method: "peerLeft", data: { seat: patient, as: "left" } },
  );
  expect([...room.peers.keys()]).toEqual([own]);
  expect(room.streams.size).toBe(0);
  expect(room.speaker).toBeNull();
});

test("a microphone that is muted is known to be, and a stream that ended is none", () => {
  const muted = after(
    { method: "streamAdded", data: spoken },
    { method: "streamAdded", data: seen },
    { method: "producerChanged", data: { producer: "p1", paused: true } },
  );
  expect(sentBy(muted, patient, "microphone")?.paused).toBe(true);
  expect(sentBy(muted, patient, "camera")?.paused).toBe(false);
  const ended = follow(muted, {
    is: "told",
    notice: { method: "producerClosed", data: { producer: "p2" } },
  });
  expect(sentBy(ended, patient, "camera")).toBeUndefined();
});

test("what is one's own is no stream of others", () => {
  expect(after({ method: "streamAdded", data: { ...spoken, seat: own } }).streams.size).toBe(0);
});

test("who joins again after a lost line sees what is so now, not what was", () => {
  const lost = follow(after({ method: "peerChanged", data: peerOf(patient, "waiting") }), { is: "lost" });
  expect(lost.line).toBe("lost");
  const back = follow(lost, { is: "joined", joined });
  expect(back.line).toBe("open");
  expect(whoWaits(back)).toEqual([]);
});

test("a line that never was is not lost but still looked for", () => {
  expect(follow(newRoom, { is: "lost" }).line).toBe("opening");
});

test("the first reason for which it is over stands, whatever the line says after it", () => {
  const denied = after({ method: "removed", data: { as: "denied" } });
  expect(follow(denied, { is: "over", as: "removed" }).over).toBe("denied");
  expect(follow(denied, { is: "joined", joined }).over).toBe("denied");
  expect(after({ method: "elsewhere", data: {} }).over).toBe("elsewhere");
  expect(after({ method: "ended", data: {} }).over).toBe("ended");
});

test("whoever was silenced knows by whom until they speak again", () => {
  const muted = after({ method: "muted", data: { by: patient } });
  expect(muted.mutedBy).toBe(patient);
  expect(follow(muted, { is: "speaks-again" }).mutedBy).toBeNull();
});

test("in a room that has moved nothing is sent until it is begun anew", () => {
  const moved = after({ method: "streamAdded", data: spoken }, { method: "moved", data: { generation: 2 } });
  expect(moved.streams.size).toBe(0);
  expect(follow(moved, { is: "known", streams: [seen] }).streams.get("p2")).toEqual(seen);
});

const unsent = (room: RoomState, source: Source, isUnsent: boolean): RoomState =>
  follow(room, { is: "unsent", source, isUnsent });

test("what cannot be sent is known until it can, or is stopped", () => {
  const sent = unsent(after(), "microphone", false);
  const room = unsent(unsent(sent, "camera", true), "screen", true);
  expect([...room.unsent]).toEqual(["camera", "screen"]);
  expect([...unsent(room, "camera", false).unsent]).toEqual(["screen"]);
});

test("what cannot be received is known for as long as it is sent", () => {
  const room = follow(after({ method: "streamAdded", data: spoken }, { method: "streamAdded", data: seen }), {
    is: "unreceived",
    producer: seen.producer,
  });
  const hear = (notice: Notice): readonly string[] => [...follow(room, { is: "told", notice }).unreceived];
  expect(hear({ method: "producerClosed", data: { producer: spoken.producer } })).toEqual([seen.producer]);
  expect(hear({ method: "producerClosed", data: { producer: seen.producer } })).toEqual([]);
  expect(hear({ method: "peerLeft", data: { seat: patient, as: "left" } })).toEqual([]);
  expect(hear({ method: "moved", data: { generation: 2 } })).toEqual([]);
  const known = (streams: readonly Stream[]) => [...follow(room, { is: "known", streams }).unreceived];
  expect(known([seen])).toEqual([seen.producer]);
  expect(known([spoken])).toEqual([]);
});

test("large is who of the others spoke last, not oneself; before anybody spoke a clinician", () => {
  const room = after(
    { method: "peerChanged", data: peerOf(patient, "in") },
    { method: "peerChanged", data: { ...peerOf("01KDVDNA00TN9P6MHT5FWG4V03", "in"), party: "host" } },
  );
  expect(largeOne(room)?.party).toBe("host");
  const afterwards = ([patient, own] as const).reduce(
    (now, seat) => follow(now, { is: "told", notice: { method: "activeSpeaker", data: { seat } } }),
    room,
  );
  expect(afterwards.speaker).toBe(own);
  expect(largeOne(afterwards)?.seat).toBe(patient);
});

const told = (data: RecordingState): Notice => ({ method: "recording", data });

test("that a recording has ended, or that somebody said no to it, is known until somebody asks anew", () => {
  const none = told({ askedBy: null, agreed: [], since: null });
  const asked = told({ askedBy: patient, agreed: [patient], since: null });
  const runs = told({ askedBy: patient, agreed: [patient, own], since: 1 });
  const overs = [
    [none],
    [asked, none],
    [asked, runs],
    [asked, runs, none],
    [asked, none, none],
    [asked, none, asked],
  ];
  expect(overs.map((notices) => after(...notices).recordingOver)).toEqual([
    null,
    "refused",
    null,
    "stopped",
    "refused",
    null,
  ]);
});

test("who comes back after a lost line is told that it is not recorded any more", () => {
  const runs = after({ method: "recording", data: { askedBy: patient, agreed: [patient, own], since: 1 } });
  expect(follow(runs, { is: "joined", joined }).recordingOver).toBe("stopped");
});
