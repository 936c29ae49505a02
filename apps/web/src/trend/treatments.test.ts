import type { ListEntry } from "@consilium/clinical";
import { expect, test } from "vitest";
import { testRecord } from "../record/testing-records.ts";
import { coveredBy, drawnAt } from "./moments.ts";
import { isTick, listedTreatments, treatmentsOf } from "./treatments.ts";

const entry = (
  id: string,
  from: string | null,
  to: string | null,
  status: string | null = null,
): ListEntry => ({
  id,
  title: id,
  codings: [],
  status,
  from,
  to,
  note: null,
  detail: null,
});
const axis = { from: coveredBy("2026-01-01").from, to: coveredBy("2026-12-31").to };

test("a date is drawn in the middle of what it covers, as it was written", () => {
  expect(drawnAt("2026-02-02")).toBe(Date.UTC(2026, 1, 2, 12) / 1000);
  expect(drawnAt("2026-02-02T08:30:00+05:00")).toBe(Date.UTC(2026, 1, 2, 8, 30) / 1000);
  expect(coveredBy("2026-12")).toEqual({ from: Date.UTC(2026, 11) / 1000, to: Date.UTC(2027, 0) / 1000 });
  expect(coveredBy("2026").to).toBe(Date.UTC(2027, 0) / 1000);
});

test("procedures of a day are ticks, medicines without an end stay open", () => {
  const { shown } = treatmentsOf(
    [
      { kind: "medicine", entry: entry("folfox", "2026-07-06", null) },
      { kind: "procedure", entry: entry("sigmoid", "2026-02-18", null) },
    ],
    axis,
  );
  expect(shown.map(({ id, isOpenAfter }) => [id, isOpenAfter])).toEqual([
    ["sigmoid", false],
    ["folfox", true],
  ]);
  expect(shown.map(isTick)).toEqual([true, false]);
});

test("what began before the axis is open there; an end without a beginning too", () => {
  const { shown } = treatmentsOf(
    [
      { kind: "medicine", entry: entry("long", "2019", "2026-03") },
      { kind: "medicine", entry: entry("until", null, "2026-03-02") },
    ],
    axis,
  );
  expect(shown.map(({ from, isOpenBefore, isOpenAfter }) => [from, isOpenBefore, isOpenAfter])).toEqual([
    [axis.from, true, false],
    [axis.from, true, false],
  ]);
});

test("undated ones and those beyond the axis are counted", () => {
  const found = treatmentsOf(
    [
      { kind: "medicine", entry: entry("undated", null, null) },
      { kind: "procedure", entry: entry("old", "2019-05-01", null) },
      { kind: "medicine", entry: entry("ended", "2019", "2020") },
    ],
    axis,
  );
  expect(found).toEqual({ shown: [], undated: 1, beyond: 2 });
});

test("what was not done was no treatment", () => {
  const entries = [
    entry("done", "2026-02-18", null, "completed"),
    entry("no", "2026-02-18", null, "not-done"),
  ];
  const listed = listedTreatments([testRecord("p", "procedures", { entries })]);
  expect(listed.map(({ entry: { id } }) => id)).toEqual(["done"]);
});
