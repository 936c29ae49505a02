import { describe, expect, test } from "vitest";
import { dayAt, instantIn, latestToday, resolveAllDates, resolveDates } from "./dates.ts";

const today = "2026-11-24";

const stockholm = (day: string, time: string) => instantIn("Europe/Stockholm", day, time).toISOString();

describe("dates of the content", () => {
  test("an offset becomes the date in the form that was asked for", () => {
    const forms = ["", ":d", ":s", ":l", ":w", ":m", ":mn", ":y", ":i", ":e", ":u", ":es", ":esl", ":esm"];
    expect(forms.map((form) => resolveDates(`{{-21${form}}}`, today))).toEqual([
      "3 November 2026",
      "3 Nov 2026",
      "3 Nov",
      "3 November",
      "Tuesday 3 November",
      "November 2026",
      "November",
      "2026",
      "2026-11-03",
      "03.11.2026",
      "03/11/2026",
      "3 de noviembre de 2026",
      "3 de noviembre",
      "noviembre",
    ]);
    expect(resolveDates("{{-60:s}}", today)).toBe("25 Sep");
  });

  test("every string inside is resolved, and a form that there is not is an error", () => {
    expect(resolveAllDates({ a: ["on {{0:l}}", 3, null] }, today)).toEqual({
      a: ["on 24 November", 3, null],
    });
    expect(() => resolveDates("{{0:x}}", today)).toThrow('no date form "x"');
  });

  test("days are counted over the ends of months, leap days and changes of the clocks", () => {
    expect([dayAt("2028-02-28", 1), dayAt("2026-01-01", -1), dayAt("2026-03-28", 2)]).toEqual([
      "2028-02-29",
      "2025-12-31",
      "2026-03-30",
    ]);
  });
});

describe("moments", () => {
  test("a time is read in its zone, in winter and in summer", () => {
    expect(instantIn("Europe/Stockholm", "2026-11-24", "14:44").toISOString()).toBe(
      "2026-11-24T13:44:00.000Z",
    );
    expect(instantIn("Europe/Stockholm", "2026-07-01", "14:44").toISOString()).toBe(
      "2026-07-01T12:44:00.000Z",
    );
    expect(instantIn("Europe/Dublin", "2026-11-24", "14:44").toISOString()).toBe("2026-11-24T14:44:00.000Z");
    expect(instantIn("America/New_York", "2026-07-01", "23:30").toISOString()).toBe(
      "2026-07-02T03:30:00.000Z",
    );
  });

  test("on the days when the clocks change, the hours before and after are right", () => {
    expect(stockholm("2026-03-29", "01:59")).toBe("2026-03-29T00:59:00.000Z");
    expect(stockholm("2026-03-29", "02:30")).toBe("2026-03-29T01:30:00.000Z");
    expect(stockholm("2026-03-29", "03:00")).toBe("2026-03-29T01:00:00.000Z");
    expect(stockholm("2026-10-25", "02:30")).toBe("2026-10-25T00:30:00.000Z");
    expect(stockholm("2026-10-25", "03:00")).toBe("2026-10-25T02:00:00.000Z");
  });

  test("before the afternoon the content's newest day is yesterday", () => {
    expect(latestToday(new Date("2026-11-24T16:00:00Z"), "Europe/Stockholm")).toBe("2026-11-24");
    expect(latestToday(new Date("2026-11-24T08:00:00Z"), "Europe/Stockholm")).toBe("2026-11-23");
    expect(latestToday(new Date("2026-11-23T23:30:00Z"), "Europe/Stockholm")).toBe("2026-11-23");
  });
});
