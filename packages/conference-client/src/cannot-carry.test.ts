import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeBrowser } from "./testing/fake-browser.ts";
import { doctor, FakeRoom, patient, track } from "./testing/fake-room.ts";

let at: FakeRoom;
beforeEach(() => {
  at = new FakeRoom();
});
afterEach(() => {
  if (at.faults.length > 0) throw new AggregateError(at.faults, "Something that nobody expected");
});

/** The host is heard and seen; the guest sends both too, from this browser, and begins after that. */
async function meetIn(browser: FakeBrowser) {
  const host = await at.enter(doctor);
  const guest = await at.enter(patient, browser.handlerFactory);
  await host.signalling.ask("admit", { seat: patient.seat });
  await host.call.begin();
  await host.call.send("camera", track("video"));
  await host.call.send("microphone", track("audio"));
  await guest.call.send("camera", track("video"));
  await guest.call.send("microphone", track("audio"));
  await guest.call.begin();
  await vi.waitFor(() => expect(host.received.length).toBeGreaterThan(0));
  return { host, guest };
}

const sourcesOf = (received: Awaited<ReturnType<typeof meetIn>>["guest"]["received"]): readonly string[] =>
  received.map(({ stream }) => stream.source);

test("a browser without a codec for pictures says so of its own and of theirs, and sound goes both ways", async () => {
  const { host, guest } = await meetIn(new FakeBrowser({ lacks: "video" }));
  expect([...guest.unsent]).toEqual(["camera"]);
  expect(guest.unreceived).toHaveLength(1);
  expect(sourcesOf(guest.received)).toEqual(["microphone"]);
  expect(sourcesOf(host.received)).toEqual(["microphone"]);
  expect([host.unsent.size, host.unreceived.length]).toEqual([0, 0]);
  await guest.call.stop("camera");
  expect(guest.unsent.size).toBe(0);
});

test("nothing is asked for again that cannot be received, and it ends like everything else", async () => {
  const { host, guest } = await meetIn(new FakeBrowser({ lacks: "video" }));
  const asked = () => guest.asked.filter((words) => words.startsWith("consume")).length;
  const before = asked();
  await guest.call.resume();
  expect(asked()).toBe(before);
  await host.call.stop("camera");
  await host.call.send("camera", track("video"));
  await vi.waitFor(() => expect(guest.unreceived).toHaveLength(2));
});

test("a browser without a codec for sound says so, and pictures go both ways", async () => {
  const { host, guest } = await meetIn(new FakeBrowser({ lacks: "audio" }));
  expect([...guest.unsent]).toEqual(["microphone"]);
  expect(guest.unreceived).toHaveLength(1);
  expect(sourcesOf(guest.received)).toEqual(["camera"]);
  expect(sourcesOf(host.received)).toEqual(["camera"]);
});

test("pictures that the server does not take are not sent, that is said, and everything else goes on", async () => {
  const { host, guest } = await meetIn(new FakeBrowser({ isStrange: true }));
  expect([...guest.unsent]).toEqual(["camera"]);
  expect(sourcesOf(guest.received)).toEqual(["microphone", "camera"]);
  expect(sourcesOf(host.received)).toEqual(["microphone"]);
  await guest.call.send("screen", track("video"));
  expect([...guest.unsent]).toEqual(["camera", "screen"]);
});
