import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ConferenceRefused, LineClosed } from "./signalling.ts";
import { doctor, FakeRoom, patient, track } from "./testing/fake-room.ts";

let at: FakeRoom;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  at = new FakeRoom();
});
afterEach(() => {
  vi.useRealTimers();
  if (at.faults.length > 0) throw new AggregateError(at.faults, "Something that nobody expected");
});

describe("streams", () => {
  test("of one arrive at the other, with what they are, and end there", async () => {
    const { host, guest } = await at.meet();
    await host.call.send("camera", track("video"));
    await host.call.send("microphone", track("audio"));
    await vi.waitFor(() => expect(guest.received).toHaveLength(2));
    expect(guest.received.map(({ stream, track: { kind } }) => [stream.seat, stream.source, kind])).toEqual([
      [doctor.seat, "camera", "video"],
      [doctor.seat, "microphone", "audio"],
    ]);
    await vi.waitFor(() => expect(at.media.paused()).toEqual([]));
    await host.call.stop("camera");
    await vi.waitFor(() => expect(guest.gone).toEqual([guest.received[0]?.stream.producer]));
  });

  test("that were there before are received by who comes later; what is paused stays paused for the server too", async () => {
    const host = await at.enter(doctor);
    await host.call.begin();
    await host.call.send("camera", track("video"));
    await host.call.pause("camera", true);
    expect(at.media.paused()).toHaveLength(1);
    const guest = await at.enter(patient);
    await host.signalling.ask("admit", { seat: patient.seat });
    await guest.call.begin();
    expect(guest.received.map(({ stream }) => stream.paused)).toEqual([true]);
    await guest.call.wish(guest.received[0]?.stream.producer ?? "", null);
    expect(at.media.paused()).toHaveLength(2);
  });

  test("go on in a room that has moved: sent and received anew, with the same tracks", async () => {
    const { host, guest } = await at.meet();
    const camera = track("video");
    await host.call.send("camera", camera);
    await vi.waitFor(() => expect(guest.received).toHaveLength(1));
    at.media.die();
    await vi.waitFor(() => expect(guest.received).toHaveLength(2));
    expect(camera.readyState).toBe("live");
    expect(guest.gone).toEqual([guest.received[0]?.stream.producer]);
    expect(at.media.rooms).toBe(2);
  });
});

describe("streams that come and go at a bad moment", () => {
  test("what somebody begins to send while a page opens its ways is received, once", async () => {
    const host = await at.enter(doctor);
    const guest = await at.enter(patient);
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
    const host = await at.enter(doctor);
    await host.call.begin();
    await host.call.send("camera", track("video"));
    await host.call.send("microphone", track("audio"));
    const guest = await at.enter(patient);
    await host.signalling.ask("admit", { seat: patient.seat });
    await guest.call.begin();
    expect(guest.received.map(({ stream }) => stream.kind)).toEqual(["audio", "video"]);
  });

  test("another camera takes the place of the first without a new stream", async () => {
    const { host, guest } = await at.meet();
    await host.call.send("camera", track("video"));
    await vi.waitFor(() => expect(guest.received).toHaveLength(1));
    await host.call.send("camera", track("video"));
    await host.call.send("microphone", track("audio"));
    await vi.waitFor(() => expect(guest.received).toHaveLength(2));
    expect(guest.received.map(({ stream }) => stream.source)).toEqual(["camera", "microphone"]);
    expect(guest.gone).toEqual([]);
  });

  test("whoever begins twice at once has one way, and hears of a stream once", async () => {
    const { host, guest } = await at.meet();
    await host.call.send("camera", track("video"));
    await vi.waitFor(() => expect(guest.received).toHaveLength(1));
    await Promise.all([guest.call.begin(), guest.call.begin()]);
    expect(guest.received).toHaveLength(2);
    expect(guest.gone).toHaveLength(1);
  });
});

describe("a line that is lost", () => {
  test("does not hide what others began and ended meanwhile", async () => {
    const { host, guest } = await at.meet();
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
    const { host } = await at.meet();
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
    const { host, guest } = await at.meet();
    await host.call.send("camera", track("video"));
    await vi.waitFor(() => expect(guest.received).toHaveLength(1));
    at.startAnew();
    host.cut();
    guest.cut();
    await vi.advanceTimersByTimeAsync(1000);
    await host.call.resume();
    await guest.call.resume();
    await vi.waitFor(() => expect(guest.received).toHaveLength(2));
  });

  test("comes back by itself, and what was asked meanwhile is answered once", async () => {
    const { host, guest } = await at.meet();
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
    const { host, guest } = await at.meet();
    const asked = guest.signalling.ask("raiseHand", { up: true });
    await asked;
    at.room.seatEnded(patient.seat);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(guest.lost).toEqual([true]);
    await expect(guest.signalling.ask("raiseHand", { up: false })).rejects.toBeInstanceOf(LineClosed);
    expect(await host.signalling.ask("raiseHand", { up: true })).toEqual({});
  });
});

test("a refusal says which, and nobody sends before they are in", async () => {
  await at.enter(doctor);
  const guest = await at.enter(patient);
  await expect(guest.call.begin()).rejects.toBeInstanceOf(ConferenceRefused);
  await expect(guest.signalling.ask("admit", { seat: patient.seat })).rejects.toMatchObject({
    reason: "no-right",
  });
});
