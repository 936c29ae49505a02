import { keptFor } from "@consilium/clinical";
import { beforeEach, describe, expect, test } from "vitest";
import { paceLimits } from "./pace.ts";
import type { RoomSettings, Trace } from "./room-state.ts";
import { Room } from "./room.ts";
import {
  doctor,
  enter,
  FakeMedia,
  interpreter,
  openPage,
  patient,
  quietRoom,
  type TestPage,
} from "./testing/index.ts";

let media: FakeMedia;
let room: Room;
let now: number;
let traces: Trace[];
let faults: unknown[];
beforeEach(() => {
  media = new FakeMedia();
  now = 1_800_000_000_000;
  traces = [];
  faults = [];
  const settings: RoomSettings = {
    ...quietRoom(),
    media,
    now: () => now,
    iceServersFor: (seat) => [{ urls: ["turn:127.0.0.1"], username: seat, credential: "secret" }],
    trace: async (trace) => void traces.push(trace),
    failed: (cause) => faults.push(cause),
  };
  room = new Room(settings);
});

const codec = { mimeType: "video/VP8", payloadType: 96, clockRate: 90_000 };
const video = (transport: unknown) => ({
  transport,
  kind: "video",
  source: "camera",
  rtpParameters: { codecs: [codec] },
});
const sound = (transport: unknown) => ({ ...video(transport), kind: "audio", source: "microphone" });
const field = (answer: unknown, name: string): unknown =>
  typeof answer === "object" && answer !== null ? Reflect.get(answer, name) : undefined;
const transportOf = async (page: TestPage, direction: string) =>
  field(await page.ask("createTransport", { direction }), "transport");
const settled = () => new Promise((resolve) => setImmediate(resolve));
const methods = ({ heard }: TestPage) => heard.map(({ method }) => method);

/** Both are in, and the clinician sends a picture. */
async function meet() {
  const host = await enter(room, doctor);
  const guest = await enter(room, patient);
  await host.ask("admit", { seat: patient.seat });
  const sending = await transportOf(host, "send");
  const producer = field(await host.ask("produce", video(sending)), "producer");
  return { host, guest, sending, producer };
}

describe("before the door", () => {
  test("whoever comes is told who is there and what they may do; nothing is done before they have said who they are", async () => {
    const page = openPage(room, patient);
    expect(await page.ask("goIn")).toBe("not-joined");
    expect(await page.ask("join", { version: 9 })).toBe("other-version");
    expect(await page.ask("join", { version: 1 })).toEqual({
      seat: patient.seat,
      now,
      state: "lobby",
      presented: null,
      peers: [{ seat: patient.seat, name: patient.name, party: "member", at: "checking", handSince: null }],
      may: ["present", "share-screen"],
      recording: { askedBy: null, agreed: [], since: null },
      media: { is: "ready" },
    });
    expect(await page.ask("goIn")).toEqual({ at: "waiting" });
  });

  test("a guest who came first waits until a clinician lets them in, and gets no stream before", async () => {
    const guest = await enter(room, interpreter);
    const host = await enter(room, doctor);
    expect(await guest.ask("openMedia")).toBe("not-here");
    expect(await guest.ask("createTransport", { direction: "receive" })).toBe("not-here");
    expect(await guest.ask("admit", { seat: interpreter.seat })).toBe("no-right");
    expect(await host.ask("admit", { seat: interpreter.seat })).toEqual({});
    expect(guest.heard.at(-1)).toMatchObject({ method: "peerChanged", data: { at: "in" } });
    expect(await guest.ask("openMedia")).toMatchObject({ generation: 1, streams: [] });
    expect(traces.map(({ act, seat, of }) => [act, seat, of])).toEqual([
      ["came", interpreter.seat, undefined],
      ["came", doctor.seat, undefined],
      ["in", doctor.seat, undefined],
      ["admitted", doctor.seat, interpreter.seat],
    ]);
  });

  test("who is not let in is told so, their page is closed, and they may ask again", async () => {
    const host = await enter(room, doctor);
    const guest = await enter(room, interpreter);
    await host.ask("deny", { seat: interpreter.seat });
    expect(guest.heard.at(-1)).toEqual({ method: "removed", data: { as: "denied" } });
    expect(guest.closed).toEqual(["removed"]);
    expect(host.heard.at(-1)).toEqual({
      method: "peerLeft",
      data: { seat: interpreter.seat, as: "denied" },
    });
    const again = openPage(room, interpreter);
    expect(await again.ask("join", { version: 1 })).toMatchObject({ state: "live" });
  });
});

describe("streams", () => {
  test("of one reach the other, begin paused, and end with whoever sends them", async () => {
    const { host, guest, producer } = await meet();
    expect(guest.heard).toContainEqual({
      method: "streamAdded",
      data: { producer, seat: doctor.seat, kind: "video", source: "camera", paused: false },
    });
    const receiving = await transportOf(guest, "receive");
    const consumed = await guest.ask("consume", { transport: receiving, producer, capabilities: {} });
    const consumer = field(consumed, "consumer");
    expect(media.paused()).toEqual([consumer]);
    expect(await guest.ask("resumeConsumer", { consumer })).toEqual({});
    expect(media.paused()).toEqual([]);
    expect(await guest.ask("setLayers", { consumer, spatial: 2, temporal: 2 })).toEqual({});
    expect(await host.ask("leave")).toEqual({});
    await settled();
    await settled();
    expect(guest.heard).toContainEqual({ method: "producerClosed", data: { producer } });
    expect(media.open()).toEqual([receiving, consumer]);
    expect(host.closed).toEqual(["left"]);
  });

  test("nobody reaches into what is another's", async () => {
    const { host, guest, sending, producer } = await meet();
    const receiving = await transportOf(guest, "receive");
    for (const [method, data] of [
      ["produce", video(sending)],
      ["consume", { transport: sending, producer, capabilities: {} }],
      ["pauseProducer", { producer }],
      ["closeProducer", { producer }],
      ["restartIce", { transport: sending }],
      [
        "connectTransport",
        {
          transport: sending,
          dtlsParameters: { fingerprints: [{ algorithm: "sha-256", value: "AA:".repeat(31) + "AA" }] },
        },
      ],
    ] as const)
      expect(await guest.ask(method, data)).toBe("no-such-thing");
    // Nor does anybody receive themselves.
    const own = await transportOf(host, "receive");
    expect(await host.ask("consume", { transport: own, producer, capabilities: {} })).toBe("no-such-thing");
    expect(await guest.ask("consume", { transport: receiving, producer: "x", capabilities: {} })).toBe(
      "no-such-thing",
    );
  });

  test("a second one of the same source takes the place of the first, and a new way that of the old", async () => {
    const { host, guest, sending, producer } = await meet();
    const second = field(await host.ask("produce", video(sending)), "producer");
    await settled();
    expect(guest.heard).toContainEqual({ method: "producerClosed", data: { producer } });
    expect(media.open()).toEqual([sending, second]);
    const anew = await transportOf(host, "send");
    expect(media.open()).toEqual([anew]);
  });

  test("that no codec carries, and a microphone that is a picture, are refused, and the others go on", async () => {
    const { host, sending } = await meet();
    const none = { ...video(sending), rtpParameters: { codecs: [{ ...codec, mimeType: "video/none" }] } };
    expect(await host.ask("produce", none)).toBe("cannot-carry");
    expect(await host.ask("produce", { ...video(sending), source: "microphone" })).toBe("malformed");
    expect(faults).toEqual([]);
  });

  test("a clinician silences somebody, who hears it and can speak again", async () => {
    const { host, guest } = await meet();
    const way = await transportOf(guest, "send");
    const producer = field(await guest.ask("produce", sound(way)), "producer");
    expect(await guest.ask("mute", { seat: doctor.seat })).toBe("no-right");
    await host.ask("mute", { seat: patient.seat });
    expect(media.paused()).toEqual([producer]);
    expect(guest.heard.at(-1)).toEqual({ method: "muted", data: { by: doctor.seat } });
    expect(host.heard.at(-1)).toEqual({ method: "producerChanged", data: { producer, paused: true } });
    await guest.ask("resumeProducer", { producer });
    expect(media.paused()).toEqual([]);
  });

  test("whoever goes while their stream is being begun leaves none behind", async () => {
    const { guest, sending } = await meet();
    const way = await transportOf(guest, "send");
    const letGo = media.hold();
    const produced = guest.ask("produce", video(way));
    room.seatEnded(patient.seat);
    letGo();
    await settled();
    await settled();
    expect(guest.closed[0]).toBe("removed");
    expect(guest.heard.at(-1)).toMatchObject({ method: "removed", data: { as: "seat-ended" } });
    expect(media.open().filter((thing) => thing.startsWith("transport"))).toEqual([sending]);
    expect(media.open().filter((thing) => thing.startsWith("producer"))).toHaveLength(1);
    void produced;
  });
});

describe("what goes wrong", () => {
  test("a dead worker: all are told to begin anew, nothing of the old one is touched, and nobody loses their place", async () => {
    const { host, guest, sending } = await meet();
    media.die();
    await settled();
    expect([methods(host).at(-1), methods(guest).at(-1)]).toEqual(["moved", "moved"]);
    expect(media.rooms).toBe(2);
    expect(await host.ask("produce", video(sending))).toBe("no-such-thing");
    expect(await host.ask("openMedia")).toMatchObject({ generation: 2, streams: [] });
    const anew = await transportOf(host, "send");
    expect(await host.ask("produce", video(anew))).toMatchObject({ producer: expect.any(String) });
    expect(faults).toEqual([]);
  });

  test("a lost connection keeps its place and its streams; after its time it is given up", async () => {
    const { host, guest, producer } = await meet();
    room.lost(doctor.seat, host.connection);
    expect(guest.heard.at(-1)).toMatchObject({ data: { seat: doctor.seat, at: "reconnecting" } });
    now += keptFor - 1;
    room.tick();
    const back = openPage(room, doctor);
    expect(field(await back.ask("join", { version: 1 }), "peers")).toContainEqual(
      expect.objectContaining({ seat: doctor.seat, at: "in" }),
    );
    expect(await back.ask("pauseProducer", { producer })).toEqual({});
    room.lost(doctor.seat, back.connection);
    now += keptFor;
    room.tick();
    await settled();
    expect(guest.heard.at(-1)).toMatchObject({ method: "peerLeft", data: { seat: doctor.seat, as: "left" } });
    expect(media.open()).toEqual([]);
    expect(traces.at(-1)).toEqual({ act: "left", seat: doctor.seat });
  });

  test("another window of the same person goes on, and the first one is told so", async () => {
    const { host, guest, producer } = await meet();
    const other = openPage(room, doctor);
    expect(host.heard.at(-1)).toEqual({ method: "elsewhere", data: {} });
    expect(host.closed).toEqual(["elsewhere"]);
    expect(await other.ask("join", { version: 1 })).toMatchObject({ state: "live" });
    expect(guest.heard).toContainEqual({ method: "producerClosed", data: { producer } });
    // What the first one still says is not heard.
    host.say(JSON.stringify({ id: "late", method: "end", data: {} }));
    await settled();
    expect(room.hasEnded()).toBe(false);
  });

  test("the same request twice is done once, and answered twice", async () => {
    const { host } = await meet();
    const way = await transportOf(host, "receive");
    const first = await host.ask("createTransport", { direction: "receive" }, "same");
    expect(await host.ask("createTransport", { direction: "receive" }, "same")).toEqual(first);
    expect(way).not.toEqual(field(first, "transport"));
  });

  test("a flood is answered with its reason and then cut off, and the others go on", async () => {
    const { host, guest } = await meet();
    for (let sent = 0; sent < paceLimits.burst; sent += 1) guest.say("{");
    await settled();
    guest.say("{");
    expect(guest.complaints.at(-1)).toEqual({ id: null, ok: false, reason: "too-fast" });
    for (let sent = 0; sent < paceLimits.refusedInARow; sent += 1) guest.say("{");
    expect(guest.closed).toContain("too-fast");
    expect(await host.ask("raiseHand", { up: true })).toEqual({});
  });

  test("without media people meet all the same, and are told why they see nobody", async () => {
    media.setHealth({ is: "building", because: "The media server is being built." });
    const page = openPage(room, doctor);
    expect(await page.ask("join", { version: 1 })).toMatchObject({ media: { is: "building" } });
    await page.ask("goIn");
    expect(await page.ask("openMedia")).toBe("no-media");
    expect(await page.ask("raiseHand", { up: true })).toEqual({});
    media.setHealth({ is: "ready" });
    expect(await page.ask("openMedia")).toMatchObject({ generation: 1 });
    expect(faults).toEqual([]);
  });

  test("the end is for all: everybody is told, every page closed, and nobody comes in", async () => {
    const { host, guest } = await meet();
    expect(await guest.ask("end")).toBe("no-right");
    expect(await host.ask("end")).toEqual({});
    expect(methods(guest)).toContain("ended");
    await settled();
    expect([host.closed, guest.closed]).toEqual([["ended"], ["ended"]]);
    const late = openPage(room, patient);
    expect(await late.ask("join", { version: 1 })).toBe("ended");
  });
});
