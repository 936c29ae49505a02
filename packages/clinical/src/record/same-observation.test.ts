import { expect, test } from "vitest";
import { codeSystems } from "./code-systems.ts";
import type { LaboratoryPoint, LaboratorySeries } from "./laboratory.ts";
import { sameObservations } from "./same-observation.ts";

const value = (id: string, date: string | null, changed: Partial<LaboratoryPoint> = {}): LaboratoryPoint => ({
  id,
  date,
  value: { kind: "text", text: "normal" },
  range: null,
  interpretation: null,
  status: null,
  note: null,
  ...changed,
});

const series = (
  code: string | null,
  title: string,
  ...points: readonly LaboratoryPoint[]
): LaboratorySeries => ({
  id: `series-${title}`,
  title,
  codings: code === null ? [] : [{ system: codeSystems.loinc, code, display: null }],
  unit: null,
  group: null,
  method: null,
  points,
});

const same = (earlier: readonly LaboratorySeries[], newer: readonly LaboratorySeries[]) =>
  Object.fromEntries(sameObservations({ series: earlier }, { series: newer }));

test("what was measured at the same time is the same value, though it was corrected or is called otherwise", () => {
  const earlier = [series("2039-6", "CEA", value("a", "2026-02-02"), value("b", "2026-11-02"))];
  const corrected = value("x", "2026-02-02", {
    value: { kind: "text", text: "raised" },
    status: "corrected",
  });
  expect(same(earlier, [series("2039-6", "Carcinoembryonic antigen", corrected)])).toEqual({ a: "x" });
});

test("another code, another time or another specimen is another value", () => {
  const earlier = [series("2345-7", "Glucose", value("a", "2026-02-02T08:00", { specimen: "Serum" }))];
  const of = (code: string, date: string, specimen?: string) =>
    same(earlier, [series(code, "Glucose", value("x", date, specimen === undefined ? {} : { specimen }))]);
  expect(of("2345-7", "2026-02-02T08:00", "Serum")).toEqual({ a: "x" });
  expect(of("2339-0", "2026-02-02T08:00", "Serum")).toEqual({});
  expect(of("2345-7", "2026-02-02T12:00", "Serum")).toEqual({});
  expect(of("2345-7", "2026-02-02T08:00", "Urine")).toEqual({});
});

test("the laboratory's own number is worth more than the time", () => {
  const earlier = [series("2039-6", "CEA", value("a", "2026-02-02", { source: "lab|1" }))];
  const newer = [
    series(
      "2039-6",
      "CEA",
      value("moved", "2026-02-03", { source: "lab|1" }),
      value("other", "2026-02-02", { source: "lab|2" }),
    ),
  ];
  expect(same(earlier, newer)).toEqual({ a: "moved" });
});

test("a value that could be two, and one without a time, is none", () => {
  const twice = [series("2039-6", "CEA", value("x", "2026-02-02"), value("y", "2026-02-02"))];
  expect(same([series("2039-6", "CEA", value("a", "2026-02-02"))], twice)).toEqual({});
  expect(same(twice, [series("2039-6", "CEA", value("z", "2026-02-02"))])).toEqual({});
  expect(
    same([series("2039-6", "CEA", value("a", null))], [series("2039-6", "CEA", value("x", null))]),
  ).toEqual({});
});

test("without a code the name says what was measured", () => {
  const earlier = [series(null, "Ferritin ", value("a", "2026-02-02"))];
  expect(same(earlier, [series(null, "ferritin", value("x", "2026-02-02"))])).toEqual({ a: "x" });
});
