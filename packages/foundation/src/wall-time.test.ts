import { describe, expect, test } from "vitest";
import { dayAt, dayIn, instantIn } from "./wall-time.ts";

const stockholm = (day: string, time: string) => instantIn("Europe/Stockholm", day, time).toISOString();

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
});

describe("days", () => {
  test("days are counted over the ends of months, leap days and changes of the clocks", () => {
    expect([dayAt("2028-02-28", 1), dayAt("2026-01-01", -1), dayAt("2026-03-28", 2)]).toEqual([
      "2028-02-29",
      "2025-12-31",
      "2026-03-30",
    ]);
  });

  test("a day is the one that the wall's calendar shows", () => {
    const at = new Date("2026-11-23T23:30:00Z");
    expect(["Europe/Stockholm", "UTC", "America/New_York"].map((zone) => dayIn(zone, at))).toEqual([
      "2026-11-24",
      "2026-11-23",
      "2026-11-23",
    ]);
  });
});
