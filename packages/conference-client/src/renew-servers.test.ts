import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeBrowser, type FakeBrowserSettings } from "./testing/fake-browser.ts";
import { FakeRoom, track } from "./testing/fake-room.ts";

let at: FakeRoom;
let credential: string;
beforeEach(() => {
  credential = "of the first hour";
  at = new FakeRoom({
    iceServersFor: () => [{ urls: ["turn:turn.example.org"], username: "somebody", credential }],
  });
});
afterEach(() => {
  if (at.faults.length > 0) throw new AggregateError(at.faults, "Something that nobody expected");
});

async function meet(settings?: FakeBrowserSettings) {
  const browser = new FakeBrowser(settings);
  const { host, guest } = await at.meet(browser.handlerFactory);
  await host.call.send("camera", track("video"));
  await vi.waitFor(() => expect(guest.received).toHaveLength(1));
  credential = "of the second hour";
  return { guest, browser };
}

const openings = ({ asked }: { readonly asked: readonly string[] }): number =>
  asked.filter((words) => words === "openMedia").length;

test("ways that are looked for again get relays that are good for another hour first, with the answer that says who sends what", async () => {
  const { guest, browser } = await meet();
  const before = openings(guest);
  await guest.call.resume();
  expect(browser.asked).toEqual([
    "send servers of the second hour",
    "recv servers of the second hour",
    "send restart",
    "recv restart",
  ]);
  expect(openings(guest)).toBe(before + 1);
  expect(guest.received).toHaveLength(1);
});

const refusesServers = Object.assign(new Error("not supported"), { name: "UnsupportedError" });

test("a browser that takes no others looks with those that it has, and begins anew where they led nowhere", async () => {
  const { guest, browser } = await meet({ refusesServers });
  await guest.call.resume();
  expect(browser.asked).toEqual(["send restart", "recv restart"]);
  expect(guest.received).toHaveLength(1);
  browser.fail();
  await guest.call.resume();
  expect(browser.asked).toHaveLength(2);
  expect(guest.received).toHaveLength(2);
});

test("what is begun while ways are looked for stays", async () => {
  let happens: (() => Promise<void>) | undefined;
  const browser = new FakeBrowser({ beforeRestart: async () => happens?.() });
  const { host, guest } = await at.meet(browser.handlerFactory);
  happens = async () => {
    await host.call.send("camera", track("video"));
    await vi.waitUntil(() => guest.received.length > 0);
  };
  await guest.call.resume();
  expect(guest.received).toHaveLength(1);
  expect(guest.gone).toEqual([]);
});
