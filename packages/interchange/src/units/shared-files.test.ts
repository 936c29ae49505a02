import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { describe, expect, test, vi } from "vitest";
import { convert, isUnit } from "./convert.ts";
import { withoutNoise } from "./significant-digits.ts";

/** The functional suite of UCUM, which is not part of the project: where it lies says who runs the tests. */
const shared = process.env["CONSILIUM_SHARED_DATA"];

interface Case {
  readonly list: string;
  readonly of: Readonly<Record<string, string>>;
}

function readCases(): readonly Case[] {
  if (!shared) return [];
  const cases: Case[] = [];
  const path: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "case") cases.push({ list: path.at(-1) ?? "", of: attributes });
    path.push(name);
  });
  parser.on("closetag", () => void path.pop());
  parser.write(readFileSync(join(shared, "ucum/UcumFunctionalTests.xml"), "utf8")).close();
  return cases;
}

const cases = readCases();
const listed = (name: string) => cases.filter(({ list }) => list === name).map(({ of }) => of);

/** The suite gives these rounded to the two digits of the value; the number itself is not rounded. */
const rounded: Readonly<Record<string, number>> = { "3-113": 25.2, "3-115": 1.575 };

describe.skipIf(!shared)("the UCUM suite (skipped where CONSILIUM_SHARED_DATA names no folder)", () => {
  test("each of its 529 units is one or is none, and nothing is written to the console", () => {
    const log = vi.spyOn(console, "log");
    const validations = listed("validation");
    expect(validations.length).toBe(529);
    const wrong = validations.filter(({ unit = "", valid }) => isUnit(unit) !== (valid === "true"));
    expect(wrong).toEqual([]);
    expect(log).not.toHaveBeenCalled();
  });

  test("each of its 30 conversions gives its number", () => {
    const conversions = listed("conversion");
    expect(conversions.length).toBe(30);
    for (const { id = "", value = "", srcUnit = "", dstUnit = "", outcome } of conversions) {
      const result = convert(value, srcUnit, dstUnit);
      if (!result.ok) throw new Error(`${id}: ${result.reason}`);
      // Two others are written with three digits.
      expect(result.value.number / (rounded[id] ?? Number(outcome))).toBeCloseTo(1, 3);
    }
  });

  test("the two that it rounds are rounded as it does", () => {
    for (const { id = "", value = "", srcUnit = "", dstUnit = "", outcome = "" } of listed("conversion")) {
      if (!(id in rounded)) continue;
      expect(convert(value, srcUnit, dstUnit)).toMatchObject({ ok: true, value: { text: outcome } });
      expect(withoutNoise(Number(outcome))).not.toBe(rounded[id]);
    }
  });
});
