import { codeSystems, type LaboratoryPoint, type LaboratorySeries } from "@consilium/clinical";
import { expect, test } from "vitest";
import { bandsOf } from "./bands.ts";
import { mayBeLog, plotOf, spanOf } from "./plot.ts";
import { labelled } from "./trend-labels.ts";
import { type Convert, needsUnits, sameUnitOnly, trendsOf } from "./trends.ts";

const decimal = (text: string) => ({ text, number: Number(text) });

const point = (
  id: string,
  date: string | null,
  text: string,
  changed: Partial<LaboratoryPoint> = {},
): LaboratoryPoint => ({
  id,
  date,
  value: { kind: "quantity", value: decimal(text), comparator: null },
  range: null,
  interpretation: null,
  status: null,
  note: null,
  ...changed,
});

const series = (
  id: string,
  loinc: string,
  ucum: string | null,
  points: readonly LaboratoryPoint[],
): LaboratorySeries => ({
  id,
  title: id,
  codings: [{ system: codeSystems.loinc, code: loinc, display: null }],
  unit: { text: ucum ?? "some", ucum },
  group: null,
  method: null,
  points,
});

const tenfold: Convert = (written, from, to) =>
  from === "g/dL" && to === "g/L"
    ? { number: Number(written) * 10, text: String(Number(written) * 10) }
    : sameUnitOnly(written, from, to);

const litre = series("Albumin", "1751-7", "g/L", [
  point("a", "2026-02-02", "39"),
  point("b", "2026-03-02", "41"),
]);
const decilitre = series("Albumin, other", "1751-7", "g/dL", [
  point("c", "2026-02-20", "4.0", { range: { low: decimal("3.5"), high: null, text: null } }),
]);

test("series of one code whose units convert are one trend, in the unit of the longest, and say what was converted", () => {
  const [trend, ...others] = trendsOf([decilitre, litre], tenfold);
  expect(others).toEqual([]);
  expect(trend).toMatchObject({ title: "Albumin", unit: "g/L" });
  expect(trend?.points.map(({ value, isConverted }) => [value, isConverted])).toEqual([
    [39, false],
    [40, true],
    [41, false],
  ]);
  expect(trend?.points[1]).toMatchObject({ low: 35, high: null });
});

test("units that do not convert, other codes and units without a code stay apart", () => {
  expect(trendsOf([decilitre, litre], sameUnitOnly)).toHaveLength(2);
  expect(trendsOf([decilitre, { ...litre, codings: [] }], tenfold)).toHaveLength(2);
  expect(trendsOf([series("x", "1751-7", null, []), litre], tenfold)).toHaveLength(2);
});

test("the library of units is needed for one code in two units only", () => {
  expect(needsUnits([decilitre, litre])).toBe(true);
  expect(needsUnits([litre, { ...litre, id: "again" }])).toBe(false);
  expect(needsUnits([litre, series("CEA", "2039-6", "ug/L", [])])).toBe(false);
});

test("a comparator stays with its value; words and undated values are left out and named", () => {
  const [trend] = trendsOf(
    [
      series("CRP", "1988-5", "mg/L", [
        point("below", "2026-02-02", "5", {
          value: { kind: "quantity", value: decimal("5"), comparator: "<" },
        }),
        point("words", "2026-02-03", "0", { value: { kind: "text", text: "haemolysed" } }),
        point("undated", null, "7"),
      ]),
    ],
    sameUnitOnly,
  );
  expect(trend?.points).toMatchObject([{ value: 5, comparator: "<", text: "<5" }]);
  expect(trend?.leftOut.map(({ point: { id }, because }) => [id, because])).toEqual([
    ["words", "not-a-number"],
    ["undated", "undated"],
  ]);
});

const range = (low: string, high: string) => ({
  range: { low: decimal(low), high: decimal(high), text: null },
});

test("a range holds until a value comes with another; without one there is no band", () => {
  const [trend] = trendsOf(
    [
      series("ALT", "1742-6", "U/L", [
        point("1", "2026-01-01", "20", range("5", "40")),
        point("2", "2026-02-01", "20", range("5", "40")),
        point("3", "2026-03-01", "20", range("5", "35")),
        point("4", "2026-04-01", "20"),
      ]),
    ],
    sameUnitOnly,
  );
  const points = trend?.points ?? [];
  const [, , third, fourth] = points;
  expect(bandsOf(points, 0, 9e9)).toEqual([
    { from: 0, to: third?.at, low: 5, high: 40 },
    { from: third?.at, to: fourth?.at, low: 5, high: 35 },
  ]);
});

test("the axis begins at zero where values differ much, and a logarithmic one at a power of ten", () => {
  const [trend] = trendsOf(
    [series("CEA", "2039-6", "ug/L", [point("1", "2026-01-01", "86"), point("2", "2026-06-01", "6.1")])],
    sameUnitOnly,
  );
  const points = trend?.points ?? [];
  const span = spanOf(points);
  if (!span) throw new Error("Two points span something");
  const size = { width: 600, height: 300 };
  const linear = plotOf(points, span, size, "linear");
  expect(linear.low).toBe(0);
  expect(linear.y(86)).toBeLessThan(linear.y(6.1));
  expect(linear.x(points[0]?.at ?? 0)).toBeLessThan(linear.x(points[1]?.at ?? 0));
  const log = plotOf(points, span, size, "log");
  expect([log.low, log.high]).toEqual([1, 100]);
  expect(log.y(10)).toBeCloseTo((log.y(1) + log.y(100)) / 2);
});

test("zero has no place on a logarithmic axis, which then is linear", () => {
  const [trend] = trendsOf(
    [series("PSA", "2857-1", "ug/L", [point("1", "2026-01-01", "0"), point("2", "2026-06-01", "4")])],
    sameUnitOnly,
  );
  const points = trend?.points ?? [];
  expect(mayBeLog(points)).toBe(false);
  expect(plotOf(points, { from: 0, to: 1 }, { width: 600, height: 300 }, "log").axis).toBe("linear");
});

test("values that lie on one another share one label, the newest's", () => {
  const [trend] = trendsOf(
    [
      series("K", "2823-3", "mmol/L", [
        point("1", "2026-01-01T08:00", "4.0"),
        point("2", "2026-01-01T09:00", "4.0"),
      ]),
    ],
    sameUnitOnly,
  );
  const points = trend?.points ?? [];
  const plot = plotOf(points, { from: 0, to: 4e9 }, { width: 600, height: 300 }, "linear");
  expect([...labelled(points, plot)]).toEqual(["2"]);
});
