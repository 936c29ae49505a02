import { expect, test, vi } from "vitest";
import { countsParticles } from "./amount-of-substance.ts";
import { convert, isUnit } from "./convert.ts";

test("a value has the digits of what was written, and its number is not rounded", () => {
  expect(convert("105", "mg/dL", "g/L")).toEqual({ ok: true, value: { number: 1.05, text: "1.05" } });
  expect(convert("60.0", "g/L", "g/dL")).toEqual({ ok: true, value: { number: 6, text: "6.00" } });
  expect(convert("6.3", "4.s/m", "s/m")).toEqual({ ok: true, value: { number: 25.2, text: "25" } });
  expect(convert("150", "10*3/uL", "10*9/L")).toEqual({ ok: true, value: { number: 150, text: "150" } });
  expect(convert("12", "kg", "mg")).toEqual({ ok: true, value: { number: 12e6, text: "12000000" } });
});

test("zero is converted where zero is not nothing", () => {
  expect(convert("0", "Cel", "K")).toEqual({ ok: true, value: { number: 273.15, text: "273.15" } });
});

test("mass and amount of substance are not the same without a molecular weight", () => {
  expect(convert("100", "mg/dL", "mmol/L")).toEqual({ ok: false, reason: "needs-molecular-weight" });
  expect(convert("100", "mg/dL", "mmol/L", { molecularWeight: 0 })).toMatchObject({ ok: false });
  const glucose = convert("100", "mg/dL", "mmol/L", { molecularWeight: 180.156 });
  expect(glucose).toMatchObject({ ok: true, value: { text: "5.55" } });
});

test("haemoglobin A1c of 48 mmol/mol does not become 4.8 %", () => {
  expect(convert("48", "mmol/mol", "%")).toEqual({ ok: false, reason: "needs-molecular-weight" });
});

test("what counts particles is told by the atoms, not by letters within others", () => {
  for (const unit of ["mmol/L", "umol/min/{1.73_m2}", "meq/L", "U/L", "ukat/L", "mosm/kg", "10*-3.mol"])
    expect(countsParticles(unit)).toBe(true);
  for (const unit of ["mg/dL", "[iU]/L", "k[IU]/L", "{mol}", "%", "10*9/L", "mm[Hg]", "1"])
    expect(countsParticles(unit)).toBe(false);
});

test("other dimensions, other numbers and other units are refused", () => {
  expect(convert("1", "kg", "m")).toEqual({ ok: false, reason: "not-commensurable" });
  expect(convert("<5", "g", "kg")).toEqual({ ok: false, reason: "not-a-number" });
  expect(convert("", "g", "kg")).toEqual({ ok: false, reason: "not-a-number" });
  expect(convert("1", "gramme", "kg")).toEqual({ ok: false, reason: "not-a-unit" });
});

const noUnits = ["", " ", "m/", "m (", "{", "m}", "[iU", "((m)", ")m(", "µg/L", "m\n", "m".repeat(101)];
/** Names that objects inherit, and a group without an operator. */
const more = ["constructor", "m/toString", "ug(8.h)"];

test.each([...noUnits, ...more])("%j is no unit, and nothing is written to the console", (code) => {
  const log = vi.spyOn(console, "log");
  expect(isUnit(code)).toBe(false);
  expect(log).not.toHaveBeenCalled();
});

test("words for people are part of a unit", () => {
  expect(isUnit("{score}")).toBe(true);
  expect(isUnit("mL/min/{1.73_m2}")).toBe(true);
  expect(isUnit("mg/dL")).toBe(true);
});
