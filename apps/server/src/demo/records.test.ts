import { recordPlainText, recordSchema } from "@consilium/clinical";
import { describe, expect, test } from "vitest";
import { demoCaseNames, readDemoCase } from "./read-content.ts";
import { planRecords } from "./records.ts";

const today = "2026-11-24";

describe.each(demoCaseNames)("records of %s", (name) => {
  const content = readDemoCase(name, today);
  const planned = planRecords(content, today);

  test("every one is a record of the clinical model, and no two have the same id", () => {
    for (const { record } of planned) expect(recordSchema.parse(record)).toEqual(record);
    expect(new Set(planned.map(({ record }) => record.id)).size).toBe(planned.length);
  });

  test("the words of a report stand in it as they were written", () => {
    for (const { id, text } of [...content.records.notes, ...content.records.pathology]) {
      const record = planned.find(({ names }) => names.includes(id))?.record;
      expect(record && recordPlainText(record).replaceAll(/\s+/g, " ")).toBe(
        text.replaceAll(/\s+/g, " ").trim(),
      );
    }
  });
});

test("a series keeps its values, units and flags, with days counted from today", () => {
  const planned = planRecords(readDemoCase("oncology", today), today);
  const record = planned.find(({ names }) => names.includes("onc-cea"))?.record;
  const series = record?.kind === "laboratory" ? record.content.series[0] : undefined;
  expect(series).toMatchObject({ title: "CEA", unit: { text: "µg/L", ucum: "ug/L" } });
  expect(series?.points.at(-1)).toMatchObject({
    date: "2026-11-02",
    value: { value: { text: "6.1", number: 6.1 } },
    interpretation: { code: "H" },
  });
});
