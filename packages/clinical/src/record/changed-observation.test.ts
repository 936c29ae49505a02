import { expect, test } from "vitest";
import { changedObservation } from "./changed-observation.ts";
import { codeSystems } from "./code-systems.ts";
import type { LaboratoryPoint, LaboratorySeries, LaboratoryValue } from "./laboratory.ts";

const quantity = (text: string, comparator: "<" | null = null): LaboratoryValue => ({
  kind: "quantity",
  value: { text, number: Number(text) },
  comparator,
});

const point = (id: string, value: LaboratoryValue, date = "2026-05-03"): LaboratoryPoint => ({
  id,
  date,
  value,
  range: null,
  interpretation: null,
  status: null,
  note: null,
});

const content = (unit: string | null, ...points: readonly LaboratoryPoint[]) => ({
  series: [
    {
      id: `in ${unit}`,
      title: "CEA",
      codings: [{ system: codeSystems.loinc, code: "2039-6", display: null }],
      unit: unit === null ? null : { text: unit, ucum: unit },
      group: null,
      method: null,
      points,
    } satisfies LaboratorySeries,
  ],
});

const changed = (was: LaboratoryValue, now: LaboratoryValue) =>
  changedObservation(content("ug/L", point("a", was)), content("ug/L", point("x", now)), "a");

test("a value that a newer version corrects is told with both, each with its unit", () => {
  const change = changed(quantity("52"), quantity("25"));
  expect([change?.was.point.value, change?.now.point.value]).toEqual([quantity("52"), quantity("25")]);
  const inOther = changedObservation(
    content("ug/L", point("a", quantity("52"))),
    content("g/L", point("x", quantity("52"))),
    "a",
  );
  expect([inOther?.was.series.unit?.text, inOther?.now.series.unit?.text]).toEqual(["ug/L", "g/L"]);
});

test("a comparator, another kind of value and other words are changes", () => {
  expect(changed(quantity("5"), quantity("5", "<"))).toBeDefined();
  expect(changed(quantity("5"), { kind: "text", text: "5" })).toBeDefined();
  expect(changed({ kind: "text", text: "raised" }, { kind: "text", text: "normal" })).toBeDefined();
  expect(changed(quantity("5"), { kind: "absent", reason: "Haemolysed" })).toBeDefined();
});

test("a value that says the same, is there no longer, or could be two, has not changed", () => {
  expect(changed(quantity("60"), quantity("60.0"))).toBeUndefined();
  expect(changed({ kind: "text", text: "raised" }, { kind: "text", text: "raised" })).toBeUndefined();
  const before = content("ug/L", point("a", quantity("52")));
  expect(
    changedObservation(before, content("ug/L", point("x", quantity("25"), "2026-06-01")), "a"),
  ).toBeUndefined();
  const two = content("ug/L", point("x", quantity("25")), point("y", quantity("26")));
  expect(changedObservation(before, two, "a")).toBeUndefined();
  expect(changedObservation(before, content("ug/L", point("x", quantity("25"))), "b")).toBeUndefined();
});
