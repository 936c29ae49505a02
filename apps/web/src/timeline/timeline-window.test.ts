import { dateOfDay, dayNumber, daysOf } from "@consilium/clinical";
import { expect, test } from "vitest";
import { ticksOf } from "./axis-ticks.ts";
import { on, taken } from "./testing-entries.ts";
import { readTimelineSearch } from "./timeline-search.ts";
import { allDays, beyondWindow, daysAround, neighbour, newestDay } from "./timeline-window.ts";

const today = dayNumber(2026, 11, 28);

test("an address says all or a month, and a day of it; anything else is a year", () => {
  expect(readTimelineSearch({ zoom: "month", at: "2026-02-03" })).toEqual({
    zoom: "month",
    at: "2026-02-03",
  });
  expect(readTimelineSearch({ zoom: "all", at: "2026-13-01" })).toEqual({ zoom: "all" });
  expect(readTimelineSearch({ zoom: "decade", at: 2026 })).toEqual({});
  expect(readTimelineSearch({ at: "2026" })).toEqual({});
});

test("all reaches from the first entry to the last, and to today where something goes on", () => {
  const { start, end } = allDays([on("a", "2020-03-04"), taken("b", "2024", null, true)], today);
  expect(start).toBeLessThan(dayNumber(2020, 3, 4));
  expect(end).toBeGreaterThan(today);
  expect(allDays([on("a", "2020-03-04")], today).end).toBeLessThan(dayNumber(2020, 4, 1));
  const none = allDays([], today);
  expect(none.start < today && none.end > today).toBe(true);
});

test("a year and a month lie around a day and have neighbours across the turn of a year", () => {
  expect(daysAround("year", today)).toEqual(daysOf("2026"));
  expect(daysAround("month", today)).toEqual(daysOf("2026-11"));
  expect(dateOfDay(neighbour("month", daysOf("2026-12"), 1))).toBe("2027-01-01");
  expect(dateOfDay(neighbour("month", daysOf("2026-01"), -1))).toBe("2025-12-01");
  expect(dateOfDay(neighbour("year", daysOf("2024"), -1))).toBe("2023-01-01");
});

test("one begins at the newest entry that is not of a time to come", () => {
  expect(dateOfDay(newestDay([on("a", "2026-02-03"), on("plan", "2027-01-05")], today))).toBe("2026-02-03");
  expect(dateOfDay(newestDay([on("plan", "2027-01-05")], today))).toBe("2027-01-05");
  expect(dateOfDay(newestDay([taken("a", null, "2019-05-06")], today))).toBe("2019-05-06");
  expect(newestDay([], today)).toBe(today);
});

test("what lies before and after is counted, with a day of the nearest", () => {
  const found = beyondWindow(
    [on("a", "2020-03-04"), on("b", "2025-06"), on("c", "2026-02-01"), on("d", "2027-01-05")],
    { window: daysOf("2026"), today },
  );
  expect(found).toMatchObject({ before: { count: 2 }, after: { count: 1 } });
  expect(dateOfDay(found.before?.nearest ?? 0)).toBe("2025-06-30");
  expect(beyondWindow([taken("a", "2020", null, true)], { window: daysOf("2026"), today })).toEqual({
    before: undefined,
    after: undefined,
  });
});

const ticks = (span: string, width: number) =>
  ticksOf(daysOf(span), width).map(({ day, unit }) => `${unit} ${dateOfDay(day)}`);

test("the axis has days in a month, months in a year, and years of round numbers in a life", () => {
  expect(ticks("2026-02", 900)).toHaveLength(28);
  expect(ticks("2026", 900)[0]).toBe("year 2026-01-01");
  expect(ticks("2026", 900)[1]).toBe("month 2026-02-01");
  expect(ticks("2026", 300)).toEqual([
    "year 2026-01-01",
    "month 2026-04-01",
    "month 2026-07-01",
    "month 2026-10-01",
  ]);
  const life = ticksOf({ start: dayNumber(1958, 2, 1), end: today }, 600);
  expect(life.map(({ day }) => dateOfDay(day).slice(0, 4))).toEqual([
    "1960",
    "1970",
    "1980",
    "1990",
    "2000",
    "2010",
    "2020",
  ]);
});
