import { dayAt, dayIn, instantIn } from "@consilium/foundation";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { endOfDay, endOfWorkingDay, mondayToFriday, type WorkingDays } from "./working-days.ts";

const zones = [
  "UTC",
  "Europe/Stockholm",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Riyadh",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
];

const without = (...days: readonly string[]): WorkingDays => ({
  isWorkingDay: (day) => mondayToFriday.isWorkingDay(day) && !days.includes(day),
});

test("a weekend and a holiday do not count, and a deadline is the evening of a working day", () => {
  const friday = new Date("2026-12-18T09:00:00Z");
  const due = (count: number, days: WorkingDays) => endOfWorkingDay(friday, "Europe/Stockholm", count, days);
  expect(due(1, mondayToFriday)).toEqual(new Date("2026-12-21T16:00:00Z"));
  expect(due(5, mondayToFriday)).toEqual(new Date("2026-12-25T16:00:00Z"));
  expect(due(5, without("2026-12-24", "2026-12-25"))).toEqual(new Date("2026-12-29T16:00:00Z"));
  expect(endOfDay(friday, "Europe/Stockholm", 2)).toEqual(new Date("2026-12-20T16:00:00Z"));
});

test("what is the same moment is another day elsewhere, and counted from there", () => {
  const at = new Date("2026-11-24T23:30:00Z");
  expect(endOfWorkingDay(at, "America/New_York", 1, mondayToFriday)).toEqual(
    new Date("2026-11-25T22:00:00Z"),
  );
  expect(endOfWorkingDay(at, "Asia/Kolkata", 1, mondayToFriday)).toEqual(new Date("2026-11-26T11:30:00Z"));
});

test("a calendar without any working day counts every day instead of never ending", () => {
  const none: WorkingDays = { isWorkingDay: () => false };
  const at = new Date("2026-11-24T09:00:00Z");
  expect(endOfWorkingDay(at, "UTC", 3, none)).toEqual(new Date("2026-11-27T17:00:00Z"));
});

test("in every zone, over every change of its clocks: five in the evening of a working day, with that many of them between", () => {
  const holidays = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 12 });
  const instants = fc.date({ min: new Date("2024-01-01"), max: new Date("2031-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      instants,
      fc.integer({ min: 1, max: 20 }),
      holidays,
      (zone, at, count, off) => {
        const first = dayIn(zone, at);
        const days = without(...off.map((offset) => dayAt(first, offset)));
        const due = endOfWorkingDay(at, zone, count, days);
        const last = dayIn(zone, due);
        expect(due).toEqual(instantIn(zone, last, "17:00"));
        let counted = 0;
        for (let day = first; day !== last;) {
          day = dayAt(day, 1);
          if (days.isWorkingDay(day)) counted += 1;
        }
        expect(counted).toBe(count);
        expect(days.isWorkingDay(last)).toBe(true);
        expect(due > at).toBe(true);
        expect(endOfWorkingDay(at, zone, count + 1, days) > due).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});
