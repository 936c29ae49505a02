import { Device } from "mediasoup-client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeBrowser } from "./testing/fake-browser.ts";
import { doctor, FakeRoom, track } from "./testing/fake-room.ts";

let at: FakeRoom;
beforeEach(() => {
  at = new FakeRoom();
});
afterEach(() => {
  vi.restoreAllMocks();
  if (at.faults.length > 0) throw new AggregateError(at.faults, "Something that nobody expected");
});

/** Somebody sends all three; what the library was asked for, and what it asked of the browser. */
async function sendAll() {
  const browser = new FakeBrowser();
  const opened = vi.spyOn(Device.prototype, "createSendTransport");
  const host = await at.enter(doctor, browser.handlerFactory);
  await host.call.begin();
  const [way] = opened.mock.results.flatMap(({ type, value }) => (type === "return" ? [value] : []));
  if (!way) throw new Error("No way was opened");
  const produced = vi.spyOn(way, "produce");
  for (const source of ["microphone", "camera", "screen"] as const)
    await host.call.send(source, track(source === "microphone" ? "audio" : "video"));
  const produce = produced.mock.calls.flatMap(([asked]) => (asked ? [asked] : []));
  return { produce, sent: browser.sent };
}

test("sound is sent in one channel with what makes up for losses, and next to nothing while nobody speaks", async () => {
  const { produce, sent } = await sendAll();
  const asked = { opusFec: true, opusDtx: true, opusNack: true, opusStereo: false };
  expect(produce[0]).toMatchObject({ appData: { source: "microphone" }, codecOptions: asked });
  expect(sent[0]?.codecOptions).toEqual(asked);
  expect(sent[0]?.encodings).toBeUndefined();
});

test("a camera is sent in three sizes, small to large, each in three steps of smoothness", async () => {
  const { produce, sent } = await sendAll();
  expect(produce[1]?.appData).toEqual({ source: "camera" });
  expect(produce[1]?.encodings?.map(({ rid }) => rid)).toEqual(["r0", "r1", "r2"]);
  expect(sent[1]?.encodings).toMatchObject([
    { scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: "L1T3", active: true },
    { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: "L1T3", active: true },
    { scaleResolutionDownBy: 1, maxBitrate: 1_500_000, scalabilityMode: "L1T3", active: true },
  ]);
  expect(sent[1]?.codecOptions).toEqual({ videoGoogleStartBitrate: 1000 });
});

test("a screen is sent in its one size, so that letters stay sharp; the page's own tracks go on", async () => {
  const { produce, sent } = await sendAll();
  expect(produce[2]?.appData).toEqual({ source: "screen" });
  expect(produce[2]).not.toHaveProperty("encodings");
  expect(sent[2]?.encodings).toBeUndefined();
  expect(produce.map(({ stopTracks }) => stopTracks)).toEqual([false, false, false]);
});
