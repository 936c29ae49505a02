import { expect, test } from "vitest";
import { timingOf } from "./timing.ts";

const startsAt = new Date("2026-11-25T15:00:00Z");

test.each([
  ["2026-11-25T14:50:00Z", { is: "early", minutes: 10 }],
  ["2026-11-25T14:00:00Z", { is: "early", minutes: 60 }],
  ["2026-11-25T12:00:00Z", { is: "farAhead" }],
  ["2026-11-24T15:00:00Z", { is: "farAhead" }],
  ["2026-11-25T14:59:20Z", { is: "soon" }],
  ["2026-11-25T15:01:00Z", { is: "soon" }],
  ["2026-11-25T15:12:00Z", { is: "past" }],
])("at %s", (now, timing) => {
  expect(timingOf(startsAt, new Date(now))).toEqual(timing);
});
