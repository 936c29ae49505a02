import { describe, expect, test } from "vitest";
import { latestToday, resolveAllDates, resolveDates } from "./dates.ts";

const today = "2026-11-24";

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

  test("before the afternoon the content's newest day is yesterday", () => {
    expect(latestToday(new Date("2026-11-24T16:00:00Z"), "Europe/Stockholm")).toBe("2026-11-24");
    expect(latestToday(new Date("2026-11-24T08:00:00Z"), "Europe/Stockholm")).toBe("2026-11-23");
    expect(latestToday(new Date("2026-11-23T23:30:00Z"), "Europe/Stockholm")).toBe("2026-11-23");
  });
});
