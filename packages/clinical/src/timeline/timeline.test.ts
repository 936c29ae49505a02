import { expect, test } from "vitest";
import { recordKinds } from "../record/record-kinds.ts";
import type { ClinicalRecord, RecordOf } from "../record/record.ts";
import { laboratoryExample, medicinesExample, noteExample } from "../record/testing/examples.ts";
import { dateOfDay, dayNumber, daysOf } from "./calendar-days.ts";
import { timelineOf } from "./timeline-entries.ts";
import { laneOf, timelineLanes } from "./timeline-lanes.ts";
import { daysOfWhen, uncertainDays, whenBegan, whenHappened, whenTaken } from "./timeline-when.ts";

const days = (date: string) => {
  const { start, end } = daysOf(date);
  return [dateOfDay(start), dateOfDay(end - 1)];
};

test("a year or a month is all of its days, never the first of January", () => {
  expect(days("2024")).toEqual(["2024-01-01", "2024-12-31"]);
  expect(days("2024-02")).toEqual(["2024-02-01", "2024-02-29"]);
  expect(days("2023-12")).toEqual(["2023-12-01", "2023-12-31"]);
  expect(days("2026-11-24")).toEqual(["2026-11-24", "2026-11-24"]);
  expect(days("0050")).toEqual(["0050-01-01", "0050-12-31"]);
});

test("a moment stays on the day that was written, whatever its offset and whoever reads it", () => {
  expect(days("2026-11-24T23:30:00-05:00")).toEqual(["2026-11-24", "2026-11-24"]);
  expect(days("2026-11-24T00:30:00+14:00")).toEqual(["2026-11-24", "2026-11-24"]);
  expect(daysOf("2026-11-24T23:30:00-05:00")).toEqual(daysOf("2026-11-24"));
});

test("days are counted across leap days and before 1970", () => {
  expect(dayNumber(1970, 1, 1)).toBe(0);
  expect(dayNumber(1969, 12, 31)).toBe(-1);
  expect(dayNumber(2024, 3, 1) - dayNumber(2024, 2, 28)).toBe(2);
  expect(dayNumber(2023, 13, 1)).toBe(dayNumber(2024, 1, 1));
});

const taken = { status: null, from: null, to: null, basis: "stated" };

test("a medicine is a bar, open where no end was written, and not going on where its source says it is over", () => {
  expect(whenTaken({ ...taken, from: "2020-11" })).toMatchObject({ is: "stretch", to: null, goesOn: true });
  for (const status of ["stopped", "Completed", "entered-in-error", "entered in error", "not taken"])
    expect(whenTaken({ ...taken, from: "2020-11", status })).toMatchObject({ to: null, goesOn: false });
  expect(whenTaken({ ...taken, from: "2020", status: "active" })).toMatchObject({ goesOn: true });
  expect(whenTaken({ ...taken, to: "2022" })).toMatchObject({ is: "stretch", from: null, goesOn: false });
  expect(whenTaken(taken)).toEqual({ is: "undated" });
});

test("a medicine that was given once is a moment, not a bar without an end", () => {
  expect(whenTaken({ ...taken, basis: "given", from: "2024-05-01" })).toEqual({
    is: "moment",
    at: "2024-05-01",
  });
  expect(whenTaken({ ...taken, basis: "given", from: "2024-05-01", to: "2024-05-03" })).toMatchObject({
    is: "stretch",
    goesOn: false,
  });
});

test("a problem stands at its onset; of one of which only the end is known the beginning is open", () => {
  const problem = { status: "active", from: "2016", to: "2024-02" };
  expect(whenBegan(problem)).toEqual({ is: "moment", at: "2016" });
  expect(daysOfWhen({ is: "stretch", from: null, to: "2024-02", goesOn: false })).toEqual({
    start: null,
    end: dayNumber(2024, 3, 1),
  });
  expect(whenBegan({ ...problem, from: null })).toMatchObject({ is: "stretch", from: null, to: "2024-02" });
});

test("an end on the same day, or before the beginning, makes no bar", () => {
  const moment = { is: "moment", at: "2024-03-02T08:00" };
  expect(whenHappened({ from: "2024-03-02T08:00", to: "2024-03-02T11:30" })).toEqual(moment);
  expect(whenHappened({ from: "2024-03-02T08:00", to: "2019" })).toEqual(moment);
  expect(whenHappened({ from: "2024", to: "2024-03" })).toMatchObject({ is: "stretch" });
});

test("where a bar begins within a year, that year is said to be uncertain", () => {
  const uncertain = uncertainDays({ is: "stretch", from: "2020", to: "2022-03-04", goesOn: false });
  expect(uncertain).toEqual({ start: daysOf("2020"), end: null });
  expect(uncertainDays({ is: "moment", at: "2020" })).toEqual({ start: null, end: null });
});

test("every kind of record has a lane, and every lane a kind", () => {
  expect(new Set(recordKinds.map(laneOf))).toEqual(new Set(timelineLanes));
});

test("a laboratory record is an entry for each day on which something was measured", () => {
  const [series] = laboratoryExample.content.series;
  const [first, last] = series?.points ?? [];
  if (!series || !first || !last) throw new Error("The example has changed");
  const more = {
    ...series,
    id: "more",
    title: "ALT",
    points: [{ ...first, id: "alt", date: "2026-02-02T08:00Z" }],
  };
  const undated = { ...series, id: "none", title: "AST", points: [{ ...last, id: "ast", date: null }] };
  const { dated, undated: apart } = timelineOf([
    { ...laboratoryExample, content: { series: [series, more, undated] } },
  ]);
  expect(dated).toMatchObject([
    { title: "CEA, ALT", count: 2, lane: "laboratory", when: { at: "2026-02-02" } },
    { title: "CEA", count: 1, when: { at: "2026-11-02" } },
  ]);
  expect(dated[0]?.pieces).toEqual([`point.${first.id}`, "point.alt"]);
  expect(apart).toMatchObject([{ title: "AST", when: { is: "undated" } }]);
});

test("a list is its entries, each where it opens in the record", () => {
  expect(timelineOf([medicinesExample]).dated).toMatchObject([
    {
      record: medicinesExample.id,
      lane: "medicines",
      title: "metformin 1000 MG Oral Tablet",
      pieces: ["entry.01K0000000000000000000ENT1.title", "entry.01K0000000000000000000ENT1.detail"],
      when: { is: "stretch", from: "2020-11", to: null, goesOn: true },
    },
  ]);
});

const note = (id: string, date: string | null): RecordOf<"note"> => ({ ...noteExample, id, date });

test("the earliest comes first, the less exact date before the exact one, and undated ones are apart", () => {
  const records: ClinicalRecord[] = [
    note("c", "2026-01"),
    note("d", null),
    note("b", "2026"),
    note("a", "2025-12-31"),
  ];
  const { dated, undated } = timelineOf(records);
  expect(dated.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(undated.map(({ id }) => id)).toEqual(["d"]);
});

test("no records are no history", () => {
  expect(timelineOf([])).toEqual({ dated: [], undated: [] });
});
