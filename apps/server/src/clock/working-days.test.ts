import { expect, test } from "vitest";
import { workingDaysOf } from "./working-days.ts";

const count = async (place: Parameters<typeof workingDaysOf>[0], days: readonly string[]) => {
  const calendar = await workingDaysOf(place);
  return days.filter((day) => calendar.isWorkingDay(day));
};

test("public holidays of a country are free, and those of a region only there", async () => {
  const days = ["2026-12-24", "2026-12-25", "2026-12-28", "2026-01-06"];
  expect(await count({ country: "SE" }, days)).toEqual(["2026-12-24", "2026-12-28"]);
  expect(await count({ country: "DE", region: "BY" }, days)).toEqual(["2026-12-24", "2026-12-28"]);
  expect(await count({ country: "DE" }, days)).toEqual(["2026-12-24", "2026-12-28", "2026-01-06"]);
  expect(await count({ country: "DE", region: "nowhere" }, days)).toContain("2026-01-06");
});

test("the weekend is that of the country: Friday in Riyadh, Saturday in Stockholm", async () => {
  const [friday, saturday, sunday] = ["2026-11-27", "2026-11-28", "2026-11-29"] as const;
  expect(await count({ country: "SA" }, [friday, saturday, sunday])).toEqual([sunday]);
  expect(await count({ country: "SE" }, [friday, saturday, sunday])).toEqual([friday]);
  expect(await count({ country: "AE" }, [friday, saturday, sunday])).toEqual([friday]);
});

test("of a country whose holidays nobody knows only weekends are left out, and that is said", async () => {
  const jordan = await workingDaysOf({ country: "JO" });
  expect(jordan.source).toBe("weekends");
  expect(jordan.isWorkingDay("2026-05-25")).toBe(true);
  expect(jordan.isWorkingDay("2026-11-27")).toBe(false);
  expect((await workingDaysOf({ country: "SE" })).source).toBe("holidays");
  expect((await workingDaysOf({ country: "constructor" })).source).toBe("weekends");
});

test("what a programme says of its own days goes before the country's", async () => {
  const calendar = { weekend: [0], closed: ["2026-12-28"], open: ["2026-12-25"] };
  expect(
    await count({ country: "SE", calendar }, ["2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28"]),
  ).toEqual(["2026-12-25"]);
  expect(await count({ country: "SE", calendar }, ["2026-11-28", "2026-11-29"])).toEqual(["2026-11-28"]);
});
