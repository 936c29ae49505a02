import { createWatched, type SaveStatus } from "@consilium/workspace-client";
import { beforeEach, expect, test, vi } from "vitest";
import { calmStatus } from "./calm-status.ts";

beforeEach(() => void vi.useFakeTimers());

const saving = (): SaveStatus => ({ state: "saving" });
const saved = (minute: number): SaveStatus => ({ state: "saved", at: new Date(2026, 10, 28, 14, minute) });

function begin() {
  const status = createWatched<SaveStatus>(saved(30));
  const calm = calmStatus(status);
  const said: string[] = [];
  calm.subscribe(() => said.push(calm.getSnapshot().state));
  return { status, calm, said };
}

test("[SY-3] a key that is not saved yet ends “saved” at once", () => {
  const { status, calm } = begin();
  status.set(saving());
  expect(calm.getSnapshot()).toEqual(saving());
});

test("[SY-3] “saved” comes back with the newest answer once nothing was on its way for half a second", () => {
  const { status, calm, said } = begin();
  for (let key = 0; key < 20; key += 1) {
    status.set(saving());
    vi.advanceTimersByTime(5);
    status.set(saved(31 + key));
    vi.advanceTimersByTime(120);
  }
  expect(said).toEqual(["saving"]);
  vi.advanceTimersByTime(500);
  expect(said).toEqual(["saving", "saved"]);
  expect(calm.getSnapshot()).toEqual(saved(50));
});

test("[SY-3] trouble is said at once, also in the moment of rest, and is not followed by an older “saved”", () => {
  const { status, calm } = begin();
  status.set(saving());
  status.set(saved(31));
  status.set({ state: "kept", count: 2 });
  expect(calm.getSnapshot()).toEqual({ state: "kept", count: 2 });
  vi.advanceTimersByTime(1000);
  expect(calm.getSnapshot()).toEqual({ state: "kept", count: 2 });
});
