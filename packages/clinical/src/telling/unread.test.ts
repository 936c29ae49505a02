import { expect, test } from "vitest";
import { mondayToFriday } from "../case/working-days.ts";
import { unreadTellings } from "./unread.ts";

/** 14:00 in Stockholm, on a Friday. */
const since = new Date("2026-11-27T13:00:00Z");
const at = (now: string, side: "treating" | "patient" = "treating") =>
  unreadTellings({ since, side, zone: "Europe/Stockholm", days: mondayToFriday }, new Date(now));

test("whoever treats is reminded at the end of the second working day, whoever coordinates told a working day later", () => {
  expect(at("2026-12-01T15:59:00Z")).toEqual([]);
  expect(at("2026-12-01T16:00:00Z")).toEqual(["reader"]);
  expect(at("2026-12-02T15:59:00Z")).toEqual(["reader"]);
  expect(at("2026-12-02T16:00:00Z")).toEqual(["reader", "coordinator"]);
});

test("a patient is reminded after a working week, and nobody is told that they have not read it", () => {
  expect(at("2026-12-04T15:59:00Z", "patient")).toEqual([]);
  expect(at("2026-12-04T16:00:00Z", "patient")).toEqual(["reader"]);
  expect(at("2026-12-14T16:00:00Z", "patient")).toEqual(["reader"]);
});

test("what has waited for weeks is no news", () => {
  expect(at("2026-12-15T16:00:00Z")).toEqual(["reader", "coordinator"]);
  expect(at("2026-12-15T16:01:00Z")).toEqual([]);
});
