import { expect, test } from "vitest";
import { worstStatus } from "./worst-status.ts";

const earlier = new Date("2026-11-24T14:31:00Z");
const later = new Date("2026-11-24T14:32:00Z");

test("[SY-3] saved is said only when every open document is saved, as of the newest answer", () => {
  expect(
    worstStatus([
      { state: "saved", at: earlier },
      { state: "saved", at: later },
      { state: "saved", at: undefined },
    ]),
  ).toEqual({ state: "saved", at: later });
  expect(worstStatus([{ state: "saved", at: later }, { state: "saving" }])).toEqual({ state: "saving" });
});

test("[SY-3] changes that wait on this device are counted over all documents, and said before what is on its way", () => {
  expect(
    worstStatus([{ state: "kept", count: 2 }, { state: "saving" }, { state: "kept", count: 1 }]),
  ).toEqual({ state: "kept", count: 3 });
});

test("[SY-3] what is only in the memory of this page is said before what is kept", () => {
  expect(
    worstStatus([
      { state: "kept", count: 2 },
      { state: "in-memory", count: 3 },
    ]),
  ).toEqual({
    state: "in-memory",
    count: 3,
  });
});

test("[SY-14] what was not saved is said before everything else", () => {
  const refused = { state: "not-saved", fate: "reset", reason: "no-right", text: [] } as const;
  expect(worstStatus([{ state: "kept", count: 4 }, refused])).toBe(refused);
});

test("nothing open: nothing was written since", () => {
  expect(worstStatus([])).toEqual({ state: "saved", at: undefined });
});
