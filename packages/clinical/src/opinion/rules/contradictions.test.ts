import { expect, test } from "vitest";
import type { OpinionContext } from "../opinion-content.ts";
import { createOperationDateDiffers } from "./operation-date-differs.ts";
import { createSizeDiffers } from "./size-differs.ts";

const context: OpinionContext = {
  questions: [],
  missingRecords: [],
  imaging: new Map(),
  today: "2026-12-01",
  born: null,
  language: "en",
  discussed: new Set(),
};
const swedish = { ...context, language: "sv" };

const sizes = (sections: Record<string, string>, finding?: Record<string, unknown>, of = context) =>
  createSizeDiffers()(
    { sections, items: finding ? [{ id: "f1", kind: "finding", rank: "a0", fields: finding }] : [] },
    of,
  );

test("the same figures at ten times the size are looked at, where the later ones stand", () => {
  expect(
    sizes({ summary: "A 34 mm cystic lesion of the liver.", plain: "The lesion measures 3.4 mm." }),
  ).toEqual([
    {
      rule: "size-differs",
      level: "look",
      state: "open",
      target: { section: "plain", words: "3.4 mm" },
      name: "lesion, 3.4 mm",
    },
  ]);
  expect(sizes({ summary: "The mass is 34 mm.", plain: "A mass of 34 cm." })).toMatchObject([
    { target: { section: "plain", words: "34 cm" } },
  ]);
  expect(sizes({ summary: "Nodule, 34 × 21 mm." }, { text: "A 3.4 x 2.1 mm nodule." })).toMatchObject([
    { target: { section: "findings", words: "3.4 x 2.1 mm" } },
  ]);
});

test("the same size in another unit, other figures and another thing are no contradiction", () => {
  const others = [
    "The lesion measures 3.4 cm.",
    "The lesion measures 36 mm.",
    "The cyst measures 3.4 mm.",
    "The lesion lies 3.4 mm from the vein; 3.4 mm from the lesion is the duct.",
    "The lesion is 3.4 mm from the vein.",
    "A lesion of 3.4 mm².",
  ];
  const summary = "A 34 mm lesion.";
  expect(others.filter((plain) => sizes({ summary, plain }).length > 0)).toEqual([]);
  expect(sizes({ summary: "A 30 mm lesion.", plain: "A 3 mm lesion." })).toEqual([]);
});

test("where a section has both sizes both are meant; what the first reading said is left out", () => {
  const summary = "A 34 mm lesion.";
  expect(sizes({ summary, findings: "A 34 mm lesion, a 3.4 mm lesion.", plain: "A 3.4 mm lesion." })).toEqual(
    [],
  );
  expect(sizes({ summary }, { text: "As measured.", first: "3.4 mm lesion" })).toEqual([]);
  expect(sizes({ summary, plain: "A 3.4 mm lesion." }, undefined, swedish)).toEqual([]);
});

const dates = (sections: Record<string, string>, of = context) =>
  createOperationDateDiffers()({ sections, items: [] }, of);

test("an operation on two days is looked at, however the days are written", () => {
  expect(
    dates({
      summary: "Laminectomy on 12 March 2025.",
      followup: "Since the laminectomy of 2025-03-21, better.",
    }),
  ).toEqual([
    {
      rule: "operation-date-differs",
      level: "look",
      state: "open",
      target: { section: "followup", words: "2025-03-21" },
      name: "laminectomy, 2025-03-21",
    },
  ]);
  expect(
    dates({
      summary: "The fusion was done on March 12, 2024.",
      plain: "Your fusion (12 March 2025) healed.",
    }),
  ).toHaveLength(1);
});

test("one day in two ways of writing, a day to come and two operations of a kind are no contradiction", () => {
  const summary = "Laminectomy on 12 March 2025.";
  const others = [
    "The laminectomy was performed on March 12th, 2025.",
    "Laminectomy on 14 January 2027.",
    "Foraminotomy on 14 January 2024.",
    "Operation on 14 January 2024.",
    "Laminectomy in January 2024.",
    "Laminectomy on 14/01/2024.",
    "Laminectomy on 12 March 2025, again laminectomy on 3 May 2026.",
  ];
  expect(others.filter((followup) => dates({ summary, followup }).length > 0)).toEqual([]);
  expect(dates({ summary, followup: "Laminectomy on 3 May 2026." }, swedish)).toEqual([]);
});
