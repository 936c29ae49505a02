import { dayNumber, daysOf, type DaySpan } from "@consilium/clinical";
import { expect, test } from "vitest";
import { layLanes, type PlacedLane, type PlacedMark } from "./lay-lanes.ts";
import { entry, on, taken } from "./testing-entries.ts";

const today = dayNumber(2026, 11, 28);
const sight = (window: DaySpan) => ({ window, today });
const year = sight(daysOf("2026"));
/** Two pixels a day. */
const width = 730;
const [leap, feb] = [sight(daysOf("2024")), sight(daysOf("2024-02"))];

const marksOf = (lanes: readonly PlacedLane[]) => lanes.flatMap(({ marks }) => marks);
const idsOf = ({ entries }: PlacedMark) => entries.map(({ id }) => id);

/** Pairs of neighbours in a row of which the first, or its words, reaches into the second. */
const hiding = (lanes: readonly PlacedLane[]) =>
  lanes.flatMap(({ marks }) =>
    [...Map.groupBy(marks, ({ row }) => row).values()].flatMap((inRow) => {
      const inOrder = inRow.toSorted((one, other) => one.x - other.x);
      return inOrder.filter((mark, at) => {
        const next = inOrder[at + 1];
        return next !== undefined && mark.x + mark.width + mark.room > next.x;
      });
    }),
  );

test("a mark stands at its day, lanes in their order, and a lane without marks is not there", () => {
  const lanes = layLanes(
    [on("note", "2026-01-11"), on("ct", "2026-07-20", { lane: "imaging", kind: "imaging-study" })],
    year,
    width,
  );
  expect(lanes.map(({ lane }) => lane)).toEqual(["imaging", "papers"]);
  expect(marksOf(lanes).map(({ x }) => x)).toEqual([400, 20]);
});

test("a month is drawn as long as the month, and a year cut by the window says that it goes on beyond", () => {
  const [month, whole] = marksOf(
    layLanes([on("a", "2024-02"), on("b", "2024", { lane: "visits" })], leap, 732),
  ).toSorted((one, other) => one.width - other.width);
  expect(month).toMatchObject({ x: 62, width: 58, begins: "closed", ends: "closed" });
  expect(whole).toMatchObject({ x: 0, width: 732 });
  const [within] = marksOf(layLanes([on("b", "2024")], feb, 290));
  expect(within).toMatchObject({ x: 0, width: 290, begins: "beyond", ends: "beyond" });
});

test("a medicine without an end is open and reaches today; one that is over shows its beginning only", () => {
  const lanes = layLanes(
    [
      taken("goes on", "2026-07-01", null, true),
      taken("over", "2026-07-01", null),
      taken("was", null, "2026-02-01"),
    ],
    year,
    width,
  );
  const byId = new Map(marksOf(lanes).map((mark) => [mark.entries[0].id, mark]));
  expect(byId.get("goes on")).toMatchObject({ x: 362, width: 302, ends: "open" });
  expect(byId.get("over")).toMatchObject({ x: 362, width: 24, ends: "unknown" });
  expect(byId.get("was")).toMatchObject({ x: 0, width: 64, begins: "open", ends: "closed" });
});

test("the part of a bar that is only possible is told apart", () => {
  const [mark] = marksOf(layLanes([taken("a", "2026-01", "2026-05-31")], year, width));
  expect(mark).toMatchObject({ x: 0, width: 302, softStart: 62, softEnd: 0 });
});

test("marks of one day lie under one another; where a lane is full they are one mark with all of them", () => {
  const same = Array.from({ length: 9 }, (_, at) => on(`n${at}`, "2026-03-03"));
  const lanes = layLanes(same, year, width);
  expect(lanes).toMatchObject([{ rows: 4 }]);
  expect(hiding(lanes)).toEqual([]);
  expect(marksOf(lanes).flatMap(idsOf).toSorted()).toEqual(same.map(({ id }) => id));
});

test("of five hundred entries none is lost and none lies over another", () => {
  const many = Array.from({ length: 500 }, (_, at) => {
    const month = String((at % 12) + 1).padStart(2, "0");
    const day = String((at % 28) + 1).padStart(2, "0");
    return at % 3 === 0
      ? taken(`m${at}`, `2026-${month}`, at % 2 === 0 ? null : `2026-12-${day}`, at % 2 === 0)
      : on(`n${at}`, `2026-${month}-${day}`, { lane: at % 3 === 1 ? "laboratory" : "papers" });
  });
  const lanes = layLanes(many, year, width);
  expect(hiding(lanes)).toEqual([]);
  expect(marksOf(lanes).flatMap(idsOf)).toHaveLength(500);
  for (const { x, width: wide } of marksOf(lanes)) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + wide).toBeLessThanOrEqual(width);
    expect(wide).toBeGreaterThanOrEqual(24);
  }
});

test("what is outside of the window is not drawn, and nothing is nothing", () => {
  expect(
    layLanes(
      [on("a", "2025-12-31"), on("b", "2027-01-01"), taken("c", "2020", "2021"), taken("d", "2020", null)],
      year,
      width,
    ),
  ).toEqual([]);
  expect(layLanes([], year, width)).toEqual([]);
  expect(layLanes([entry("a", { is: "moment", at: "2026-12-31" })], year, width)).toHaveLength(1);
});

test("what goes on is not drawn in years to come, and in years past it is cut", () => {
  const goesOn = taken("a", "2020", null, true);
  expect(layLanes([goesOn], sight(daysOf("2027")), width)).toEqual([]);
  const [past] = marksOf(layLanes([goesOn], sight(daysOf("2024")), width));
  expect(past).toMatchObject({ x: 0, width, begins: "beyond", ends: "beyond" });
});
