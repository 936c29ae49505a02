import { encodeAwareness } from "@consilium/workspace";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { applyAwarenessUpdate } from "y-protocols/awareness";
import { FakeServer } from "./testing/fake-server.ts";
import { closePages, openPage, openSnapshot, settle, useTestTimers } from "./testing/world.ts";

beforeEach(useTestTimers);
afterEach(closePages);

test("[SY-21] somebody who has not moved since is seen again after a reconnect", async () => {
  const server = new FakeServer();
  const page = openPage(server);
  await settle(server, [page]);
  const { awareness } = openSnapshot(page);
  const hers = encodeAwareness([{ client: 7, clock: 3, state: '{"cursor":null}' }]);
  // Without the message's kind and length.
  const hear = () => applyAwarenessUpdate(awareness, hers.subarray(2), "elsewhere");
  hear();
  expect(awareness.getStates().has(7)).toBe(true);
  page.line.cut();
  vi.advanceTimersByTime(11_000);
  await settle(server, [page]);
  expect(awareness.getStates().has(7)).toBe(false);
  hear();
  expect(awareness.getStates().has(7)).toBe(true);
});
