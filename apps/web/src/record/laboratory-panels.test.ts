import type { LaboratorySeries } from "@consilium/clinical";
import { expect, test } from "vitest";
import { panelsOf, pointsOn, standingOf } from "./laboratory-panels.ts";

const series = (id: string, group: string | null, dates: readonly (string | null)[]): LaboratorySeries => ({
  id,
  title: id,
  codings: [],
  unit: { text: "µg/L", ucum: "ug/L" },
  group,
  method: null,
  points: dates.map((date, at) => ({
    id: `${id}-${at}`,
    date,
    value: { kind: "quantity", value: { text: "6.1", number: 6.1 }, comparator: null },
    range: null,
    interpretation: { code: at === 0 ? "H" : "N", text: "" },
    status: null,
    note: null,
  })),
});

test("a panel has a column for each day of any of its analytes, the newest first, undated ones last", () => {
  const [liver, rest] = panelsOf([
    series("cea", null, ["2026-11-02"]),
    series("alt", "Liver", ["2026-02-02", null]),
    series("ast", "Liver", ["2026-02-02T08:00:00Z", "2026-11-02"]),
  ]);
  expect(liver).toMatchObject({ name: "Liver", days: ["2026-11-02", "2026-02-02", null] });
  expect(rest).toMatchObject({ name: null, days: ["2026-11-02"] });
});

test("two measurements of one day are both there", () => {
  const twice = series("alt", null, ["2026-02-02T08:00:00Z", "2026-02-02T20:00:00Z"]);
  expect(pointsOn(twice, "2026-02-02").map(({ id }) => id)).toEqual(["alt-0", "alt-1"]);
});

test("a standing is what the laboratory said; without its word there is none", () => {
  const [high, normal] = series("cea", null, ["2026", "2026"]).points;
  expect(high && standingOf(high)).toBe("high");
  expect(normal && standingOf(normal)).toBe("normal");
  expect(high && standingOf({ ...high, interpretation: null })).toBeUndefined();
  expect(high && standingOf({ ...high, interpretation: { code: "POS", text: "Positive" } })).toBe("other");
});
