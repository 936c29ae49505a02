import type { Notice } from "@consilium/conference";
import { type Attending, Room } from "@consilium/conference-server";
import { FakeMedia } from "@consilium/conference-server/testing";
import { FakeMediaStreamTrack } from "fake-mediastreamtrack";
import * as fakeParameters from "mediasoup-client/fakeParameters";
import { FakeHandler } from "mediasoup-client/handlers/FakeHandler";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Call, type Received } from "./index.ts";
import { ConferenceRefused, type LineEvents, LineClosed, Signalling } from "./signalling.ts";

const doctor: Attending = { seat: "01KDVDNA00TN9P6MHT5FWG4V01", name: "Dr Adaeze Okonkwo", party: "host" };
const patient: Attending = { seat: "01KDVDNA00TN9P6MHT5FWG4V02", name: "Marisol Quintana", party: "member" };

let media: FakeMedia;
let room: Room;
let settings: ConstructorParameters<typeof Room>[0];
let faults: unknown[];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  media = new FakeMedia(JSON.parse(JSON.stringify(fakeParameters.generateRouterRtpCapabilities())));
  faults = [];
  settings = {
    media,
    now: () => Date.now(),
    iceServersFor: () => [],
    mayShow: () => Promise.resolve(true),
    trace: () => Promise.resolve(),
    shown: () => Promise.resolve(),
    failed: (cause) => faults.push(cause),
  };
  room = new Room(settings);
});
afterEach(() => {
  vi.useRealTimers();
  if (faults.length > 0) throw new AggregateError(faults, "Something that nobody expected");
});

let made = 0;

/** A page of somebody: its line to the room can be cut, and comes back by itself. */
function pageOf(person: Attending) {
  const received: Received[] = [];
  const gone: string[] = [];
  const known: number[] = [];
  const heard: Notice[] = [];
  const lost: boolean[] = [];
  let cut: (() => void) | undefined;
  let isDown = false;
  let opened = 0;
  const connect = (events: LineEvents) => {
    let isOpen = true;
    const connection = {
      send: (text: string) => {
        if (isOpen) queueMicrotask(() => events.said(text));
      },
      close: () => end(true),
    };
    const end = (isFinal: boolean): void => {
      if (!isOpen) return;
      isOpen = false;
      room.lost(person.seat, connection);
      events.closed(isFinal);
    };
    cut = () => end(false);
    queueMicrotask(() => {
      if (isDown) return end(false);
      room.open(person, connection);
      events.opened();
    });
    return {
      send: (text: string) => {
        if (isOpen) room.said(person.seat, connection, text);
      },
      close: () => end(false),
    };
  };
  const signalling = new Signalling({
    connect,
    createId: () => `id ${(made += 1)}`,
    heard: (notice) => {
      heard.push(notice);
      if (notice.method === "streamAdded") void call.added(notice.data);
      if (notice.method === "producerClosed") call.ended(notice.data.producer);
      if (notice.method === "moved") void call.begin();
    },
    opened: (isAgain) => {
      opened += 1;
      if (isAgain) void signalling.ask("join", { version: 1 }).then(() => signalling.askAgain());
    },
    lost: (isFinal) => lost.push(isFinal),
  });
  const call = new Call({
    signalling,
    events: {
      known: (streams) => known.push(streams.length),
      received: (one) => received.push(one),
      gone: (producer) => gone.push(producer),
    },
    handlerFactory: FakeHandler.createFactory(fakeParameters),
  });
  return {
    signalling,
    call,
    received,
    gone,
    known,
    heard,
    lost,
    opened: () => opened,
    cut: () => cut?.(),
    setDown: (now: boolean) => {
      isDown = now;
    },
  };
}

const enter = async (person: Attending) => {
  const page = pageOf(person);
  await vi.waitFor(() => expect(room.seats()).toContain(person.seat));
  await page.signalling.ask("join", { version: 1 });
  await page.signalling.ask("goIn", {});
  return page;
};
const track = (kind: "audio" | "video") => new FakeMediaStreamTrack({ kind });

async function meet() {
  const host = await enter(doctor);
  const guest = await enter(patient);
  await host.signalling.ask("admit", { seat: patient.seat });
  await host.call.begin();
  await guest.call.begin();
  return { host, guest };
}

describe("streams", () => {
  test("of one arrive at the other, with what they are, and end there", async () => {
    const { host, guest } = await meet();
    await host.call.send("camera", track("video"));
    await host.call.send("microphone", track("audio"));
    await vi.waitFor(() => expect(guest.received).toHaveLength(2));
    expect(guest.received.map(({ stream, track: { kind } }) => [stream.seat, stream.source, kind])).toEqual([
      [doctor.seat, "camera", "video"],
      [doctor.seat, "microphone", "audio"],
    ]);
    await vi.waitFor(() => expect(media.paused()).toEqual([]));
    await host.call.stop("camera");
    await vi.waitFor(() => expect(guest.gone).toEqual([guest.received[0]?.stream.producer]));
  });

  test("that were there before are received by who comes later; what is paused stays paused for the server too", async () => {
    const host = await enter(doctor);
    await host.call.begin();
    await host.call.send("microphone", track("audio"));
    await host.call.pause("microphone", true);
    expect(media.paused()).toHaveLength(1);
    const guest = await enter(patient);
    await host.signalling.ask("admit", { seat: patient.seat });
    await guest.call.begin();
    expect(guest.received.map(({ stream }) => stream.paused)).toEqual([true]);
    await guest.call.wish(guest.received[0]?.stream.producer ?? "", null);
    expect(media.paused()).toHaveLength(2);
  });

  test("go on in a room that has moved: sent and received anew, with the same tracks", async () => {
    const { host, guest } = await meet();
    const camera = track("video");
    await host.call.send("camera", camera);
    await vi.waitFor(() => expect(guest.received).toHaveLength(1));
    media.die();
    await vi.waitFor(() => expect(guest.received).toHaveLength(2));
    expect(camera.readyState).toBe("live");
    expect(guest.gone).toEqual([guest.received[0]?.stream.producer]);
    expect(media.rooms).toBe(2);
  });
});

describe("streams that come and go at a bad moment", () => {
  test("what somebody begins to send while a page opens its ways is received, once", async () => {
    const host = await enter(doctor);
    const guest = await enter(patient);
    await host.signalling.ask("admit", { seat: patient.seat });
    await host.call.begin();
    const begun = guest.call.begin();
    await vi.waitFor(() => expect(guest.known).toEqual([0]));
    await host.call.send("camera", track("video"));
    await begun;
    await vi.waitFor(() => expect(guest.received).toHaveLength(1));
    await host.call.send("microphone", track("audio"));
    await vi.waitFor(() => expect(guest.received).toHaveLength(2));
  });

  test("sound arrives before pictures", async () => {
    const host = await enter(doctor);
    await host.call.begin();
    await host.call.send("camera", track("video"));
    await host.call.send("microphone", track("audio"));
    const guest = await enter(patient);
    await host.signalling.ask("admit", { seat: patient.seat });
    await guest.call.begin();
    expect(guest.received.map(({ stream }) => stream.kind)).toEqual(["audio", "video"]);
  });

  test("another camera takes the place of the first without a new stream", async () => {
    const { host, guest } = await meet();
    await host.call.send("camera", track("video"));
    await vi.waitFor(() => expect(guest.received).toHaveLength(1));
    await host.call.send("camera", track("video"));
    await host.call.send("microphone", track("audio"));
    await vi.waitFor(() => expect(guest.received).toHaveLength(2));
    expect(guest.received.map(({ stream }) => stream.source)).toEqual(["camera", "microphone"]);
    expect(guest.gone).toEqual([]);
  });

  test("whoever begins twice at once has one way, and hears of a stream once", async () => {
    const { host, guest } = await meet();
    await host.call.send("camera", track("video"));
    await vi.waitFor(() => expect(guest.received).toHaveLength(1));
    await Promise.all([guest.call.begin(), guest.call.begin()]);
    expect(guest.received).toHaveLength(2);
    expect(guest.gone).toHaveLength(1);
  });
});

describe("a line that is lost", () => {
  test("does not hide what others began and ended meanwhile", async () => {
    const { host, guest } = await meet();
    await host.call.send("camera", track("video"));
    await vi.waitFor(() => expect(guest.received).toHaveLength(1));
    guest.setDown(true);
    guest.cut();
    await host.call.stop("camera");
    await host.call.send("microphone", track("audio"));
    guest.setDown(false);
    await vi.advanceTimersByTimeAsync(1000);
    await guest.call.resume();
    expect(guest.gone).toEqual([guest.received[0]?.stream.producer]);
    expect(guest.received.map(({ stream }) => stream.source)).toEqual(["camera", "microphone"]);
  });

  test("is a new one at once where the network has changed, and nobody waits for the old one to be found dead", async () => {
    const { host } = await meet();
    host.signalling.reconnectNow();
    const raised = host.signalling.ask("raiseHand", { up: true });
    expect(host.lost).toEqual([false]);
    await vi.advanceTimersByTimeAsync(0);
    expect(await raised).toEqual({});
    host.setDown(true);
    host.cut();
    await vi.advanceTimersByTimeAsync(5000);
    host.setDown(false);
    host.signalling.reconnectNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(await host.signalling.ask("raiseHand", { up: false })).toEqual({});
    await vi.advanceTimersByTimeAsync(10_000);
    expect(host.opened()).toBe(3);
  });

  test("is begun anew where the room has nothing of it left", async () => {
    const { host, guest } = await meet();
    await host.call.send("camera", track("video"));
    await vi.waitFor(() => expect(guest.received).toHaveLength(1));
    room = new Room(settings, [doctor, patient]);
    host.cut();
    guest.cut();
    await vi.advanceTimersByTimeAsync(1000);
    await host.call.resume();
    await guest.call.resume();
    await vi.waitFor(() => expect(guest.received).toHaveLength(2));
  });

  test("comes back by itself, and what was asked meanwhile is answered once", async () => {
    const { host, guest } = await meet();
    host.setDown(true);
    host.cut();
    const raised = host.signalling.ask("raiseHand", { up: true });
    await vi.advanceTimersByTimeAsync(1000);
    expect(host.lost.length).toBeGreaterThan(1);
    host.setDown(false);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await raised).toEqual({});
    const hands = guest.heard.filter(
      ({ method, data }) => method === "peerChanged" && data.handSince !== null,
    );
    expect(hands).toHaveLength(1);
    await host.call.resume();
    // Its streams are where they were.
    await host.call.send("camera", track("video"));
    await vi.waitFor(() => expect(guest.received).toHaveLength(1));
  });

  test("is given up where the server does not want the page back, and nothing waits for an answer any more", async () => {
    const { host, guest } = await meet();
    const asked = guest.signalling.ask("raiseHand", { up: true });
    await asked;
    room.seatEnded(patient.seat);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(guest.lost).toEqual([true]);
    await expect(guest.signalling.ask("raiseHand", { up: false })).rejects.toBeInstanceOf(LineClosed);
    expect(await host.signalling.ask("raiseHand", { up: true })).toEqual({});
  });
});

test("a refusal says which, and nobody sends before they are in", async () => {
  await enter(doctor);
  const guest = await enter(patient);
  await expect(guest.call.begin()).rejects.toBeInstanceOf(ConferenceRefused);
  await expect(guest.signalling.ask("admit", { seat: patient.seat })).rejects.toMatchObject({
    reason: "no-right",
  });
});
