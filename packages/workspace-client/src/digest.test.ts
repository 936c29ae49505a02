import { sha256Hex } from "@consilium/foundation";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Digests } from "./digest.ts";
import { breathe, useTestTimers } from "./testing/world.ts";

beforeEach(useTestTimers);
afterEach(() => void vi.useRealTimers());

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function createWorld(drawn: () => number) {
  const sent: (readonly [number, string])[] = [];
  const digests = new Digests({
    render: () => "what is seen",
    send: (sequence, sha256) => void sent.push([sequence, hex(sha256)]),
    random: { below: drawn },
  });
  return { digests, sent };
}

test("[SY-35] after a second without a change the rendering's hash is said, at the acknowledged sequence", async () => {
  const { digests, sent } = createWorld(() => 0);
  digests.acknowledged(7);
  vi.advanceTimersByTime(999);
  await breathe();
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(1);
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent).toEqual([[7, await sha256Hex("what is seen")]]);
});

test("[SY-35] a change in between says nothing: its sequence is not known yet", async () => {
  const { digests, sent } = createWorld(() => 0);
  digests.acknowledged(7);
  digests.moved();
  vi.advanceTimersByTime(5000);
  await breathe();
  expect(sent).toEqual([]);
});

test("[SY-35] it is sampled", async () => {
  const { digests, sent } = createWorld(() => 1);
  digests.acknowledged(7);
  vi.advanceTimersByTime(5000);
  await breathe();
  expect(sent).toEqual([]);
});
