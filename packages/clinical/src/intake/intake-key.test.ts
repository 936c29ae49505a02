import { expect, test } from "vitest";
import { readIntakeAnswers, isSaid } from "./intake-content.ts";
import { entryKey, isIntakeValue, noneKey, recordKey } from "./intake-key.ts";

const id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const medicine = entryKey("medicines", id);

test.for([
  [medicine, {}, true],
  [medicine, { name: "Naproxen", dose: "500 mg", from: "2024-03" }, true],
  [medicine, { name: "Naproxen", record: "r1/e1", still: "changed" }, true],
  [medicine, null, true],
  [medicine, { name: "x".repeat(1001) }, false],
  [medicine, { name: 5 }, false],
  [medicine, { reaction: "hives" }, false],
  [medicine, { from: "31 February" }, false],
  [medicine, { from: "2024-02-31" }, false],
  [medicine, { from: "2024-02-03T10:00:00Z" }, false],
  [medicine, { still: "perhaps" }, false],
  [medicine, "Naproxen", false],
  [medicine, ["Naproxen"], false],
  [entryKey("allergies", id), { name: "Latex", reaction: "hives" }, true],
  ["entry.medicines.1", {}, false],
  ["entry.spells.01ARZ3NDEKTSV4RRFFQ69G5FAV", {}, false],
  [`${medicine}.more`, {}, false],
  [noneKey("medicines"), "none", true],
  [noneKey("goals"), "unknown", true],
  [noneKey("goals"), "maybe", false],
  [noneKey("horoscope"), "none", false],
  [recordKey("mri"), "requested", true],
  [recordKey("mri"), "lost", false],
  [recordKey("m r i"), "have", false],
  ["pregnancy", "possible", true],
  ["pregnancy", "ask", false],
  ["hearing", "at-once", false],
  ["__proto__", null, false],
] as const)("%s may hold %j: %s", ([key, value, isAllowed]) => {
  expect(isIntakeValue(key, value)).toBe(isAllowed);
});

test("an object with another prototype is no entry", () => {
  expect(isIntakeValue(medicine, Object.create({ name: "x" }))).toBe(false);
});

test("answers are read back, what is not understood left out; asked and none known is not the same as not asked", () => {
  const later = "01BX5ZZKBKACTAV9WEVGEMMVRZ";
  const answers = readIntakeAnswers([
    [entryKey("medicines", later), { name: "Aspirin" }],
    [medicine, { name: "Naproxen", still: "gone", record: "r/e" }],
    [noneKey("allergies"), "none"],
    [noneKey("family"), "unknown"],
    [recordKey("mri"), "have"],
    ["pregnancy", "no"],
    ["newer.thing", 1],
    [entryKey("problems", id), { name: 5 }],
  ]);
  expect(answers.entries.medicines).toEqual([
    { id, fields: { name: "Naproxen" }, record: "r/e", still: "gone" },
    { id: later, fields: { name: "Aspirin" }, record: null, still: null },
  ]);
  expect(answers.entries.problems).toEqual([]);
  expect([...answers.none]).toEqual([
    ["allergies", "none"],
    ["family", "unknown"],
  ]);
  expect(answers.none.has("medicines")).toBe(false);
  expect([answers.records.get("mri"), answers.pregnancy]).toEqual(["have", "no"]);
});

test("an entry that was begun and left says nothing", () => {
  expect(isSaid({ id, fields: { name: " " }, record: null, still: null })).toBe(false);
  expect(isSaid({ id, fields: {}, record: "r/e", still: "gone" })).toBe(true);
});

test("that a file filled in a step is said until it is taken back", () => {
  expect([isIntakeValue("prefilled.told", "file"), isIntakeValue("prefilled.told", null)]).toEqual([
    true,
    true,
  ]);
  expect([isIntakeValue("prefilled.told", "mine"), isIntakeValue("prefilled.", "file")]).toEqual([
    false,
    false,
  ]);
  expect([...readIntakeAnswers([["prefilled.told", "file"]]).prefilled]).toEqual(["told"]);
});
