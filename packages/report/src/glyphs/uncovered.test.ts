import { expect, test } from "vitest";
import { drawable, uncovered } from "./uncovered.ts";

test("what the fonts have is drawn as it is", () => {
  const text =
    "MRI ≤ 60 mm², BMI ≥ 30 → ☐ ✓ µg/L Hallström Привет Ω ﷺ تضيّق نمی\u200Cخواهم e\u0301 café\u00ADs\u00A0x";
  expect(uncovered(text)).toEqual([]);
  expect(drawable(text)).toBe(text);
});

test("what they have not is named once, and printed by its number", () => {
  expect(uncovered("a 🙂 b 漢 c 🙂")).toEqual(["🙂", "漢"]);
  expect(drawable("a 🙂 b 漢")).toBe("a [U+1F642] b [U+6F22]");
  expect(drawable("👩\u200D⚕")).toBe("[U+1F469][U+200D][U+2695]");
});

test("what is taken out of every form of the report is not named: control characters, half a surrogate pair", () => {
  expect(uncovered("a\u0001b\u0007 \u0085 \uFFFE \uD800")).toEqual([]);
  expect(uncovered("\u0001🙂\u0001")).toEqual(["🙂"]);
});

test("a letter with a mark that its own font does not have is named as a whole", () => {
  expect(uncovered("ж\u0610 y")).toEqual(["ж\u0610"]);
});
