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
  expect(timingOf({ startsAt, begunAt: null, isAnybodyIn: false }, new Date(now))).toEqual(timing);
});

const since = new Date("2026-11-25T14:52:00Z");

test.each([
  ["before its time", "2026-11-25T14:55:00Z", { is: "running", since }],
  ["at its time", "2026-11-25T15:00:00Z", { is: "running", since }],
  ["after its time", "2026-11-25T15:12:00Z", { is: "running", since }],
  ["in its first minute, as if it were to come", "2026-11-25T14:53:00Z", { is: "early", minutes: 7 }],
])("one that has begun runs %s", (_, now, timing) => {
  expect(timingOf({ startsAt, begunAt: since, isAnybodyIn: true }, new Date(now))).toEqual(timing);
  expect(timingOf({ startsAt, begunAt: since, isAnybodyIn: undefined }, new Date(now))).toEqual(timing);
});

test("one that everybody has left does not run", () => {
  const left = { startsAt, begunAt: since, isAnybodyIn: false };
  expect(timingOf(left, new Date("2026-11-25T15:00:00Z"))).toEqual({ is: "soon" });
  expect(timingOf(left, new Date("2026-11-25T15:12:00Z"))).toEqual({ is: "begun" });
});

test("where nobody says since when, whoever is in shows that it has begun", () => {
  const going = { startsAt, begunAt: null, isAnybodyIn: true };
  expect(timingOf(going, new Date("2026-11-25T15:00:00Z"))).toEqual({ is: "begun" });
});
