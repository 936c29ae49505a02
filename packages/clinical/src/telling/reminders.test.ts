import { expect, test } from "vitest";
import { remindersOf } from "./reminders.ts";

const zone = "Europe/Stockholm";
/** 17:00 in Stockholm on 1 December. */
const due = new Date("2026-12-01T16:00:00Z");
const at = (now: string, isAsked = true) =>
  remindersOf(due, zone, isAsked, new Date(now)).map(({ kind, whom, once }) => `${whom} ${kind} ${once}`);

test("whoever was asked is reminded on the day before, not at night, and not on the day itself", () => {
  expect(at("2026-11-29T12:00:00Z")).toEqual([]);
  expect(at("2026-11-30T06:59:00Z")).toEqual([]);
  expect(at("2026-11-30T07:00:00Z")).toEqual(["asked request-due due"]);
  expect(at("2026-12-01T12:00:00Z")).toEqual([]);
  expect(at("2026-12-01T22:30:00Z")).toEqual([]);
});

test("what is late is said once a day to whoever was asked, a week long, and once to whoever coordinates from the second day on", () => {
  expect(at("2026-12-02T07:00:00Z")).toEqual(["asked request-overdue late/2026-12-02"]);
  expect(at("2026-12-03T07:00:00Z")).toEqual([
    "asked request-overdue late/2026-12-03",
    "coordinator request-overdue late",
  ]);
  expect(at("2026-12-08T07:00:00Z")).toHaveLength(2);
  expect(at("2026-12-09T07:00:00Z")).toEqual(["coordinator request-overdue late"]);
});

test("where nobody was asked it is whoever coordinates, from the first day on", () => {
  expect(at("2026-11-30T07:00:00Z", false)).toEqual([]);
  expect(at("2026-12-02T07:00:00Z", false)).toEqual(["coordinator request-overdue late"]);
});
