import { expect, test } from "vitest";
import { type ConferenceState, isToCome } from "./to-come.ts";

test("somebody may come before a conference and in it, and not after", () => {
  const states: ConferenceState[] = ["scheduled", "live", "ended", "cancelled"];
  expect(states.map((state) => isToCome({ state }))).toEqual([true, true, false, false]);
});
