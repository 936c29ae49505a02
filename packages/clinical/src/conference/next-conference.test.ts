import { expect, test } from "vitest";
import { nextConference } from "./next-conference.ts";
import type { ConferenceState } from "./to-come.ts";

const now = new Date("2026-12-01T12:00:00Z");
const at = (startsAt: string, state: ConferenceState = "scheduled") => ({ startsAt, state });
const [late, soon, far] = [
  at("2026-12-01T11:30:00Z"),
  at("2026-12-01T15:00:00Z"),
  at("2026-12-08T09:00:00Z"),
];

test("what goes on is told of first, then what comes next, then what nobody has begun", () => {
  const live = at("2026-12-01T11:00:00Z", "live");
  expect(nextConference([far, late, live, soon], now)).toBe(live);
  expect(nextConference([far, late, soon], now)).toBe(soon);
  expect(nextConference([late], now)).toBe(late);
});

test("what is over or cancelled is told of no more", () => {
  expect(nextConference([at(soon.startsAt, "cancelled"), at(late.startsAt, "ended")], now)).toBeUndefined();
});
