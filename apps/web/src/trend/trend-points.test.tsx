import type { LaboratoryPoint, LaboratorySeries } from "@consilium/clinical";
import { loadMessages } from "@consilium/language";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { type RecordMarks, RecordMarksContext } from "../record/record-marks.ts";
import { openRecord } from "../record/record-places.ts";
import { testRecord } from "../record/testing-records.ts";
import { plotOf, spanOf } from "./plot.ts";
import { TrendPoints } from "./trend-points.tsx";
import { sameUnitOnly, trendsOf } from "./trends.ts";

const messages = await loadMessages("en");

const point = (id: string, date: string, text: string, code: string): LaboratoryPoint => ({
  id,
  date,
  value: {
    kind: "quantity",
    value: { text, number: Number(text) },
    comparator: id === "newest" ? "<" : null,
  },
  range: null,
  interpretation: { code, text: "" },
  status: null,
  note: null,
});

const cea: LaboratorySeries = {
  id: "cea",
  title: "CEA",
  codings: [],
  unit: { text: "µg/L", ucum: "ug/L" },
  group: null,
  method: null,
  points: [
    point("first", "2026-02-02", "86", "H"),
    point("second", "2026-03-02", "52", "H"),
    point("newest", "2026-11-02", "5", "N"),
  ],
};

const ingrid = { name: "Dr Ingrid Hallström", initials: "IH", colour: "iris", side: "clinic" } as const;

function show(changed: Partial<RecordMarks> = {}) {
  const [trend] = trendsOf([cea], sameUnitOnly);
  const span = trend && spanOf(trend.points);
  if (!trend || !span) throw new Error("There are values");
  const record = openRecord(testRecord("R1", "laboratory", { series: [cea] }), "0".repeat(64));
  const marks: RecordMarks = {
    pieces: new Map(),
    marks: [],
    openThread: vi.fn<RecordMarks["openThread"]>(),
    threadsOnValue: new Map([["second", [{ id: "T1", colour: "iris", author: ingrid }]]]),
    litValue: undefined,
    chooseValue: vi.fn<NonNullable<RecordMarks["chooseValue"]>>(),
    chosenValue: undefined,
    choosePlace: undefined,
    record,
    here: [],
    lit: undefined,
    followed: undefined,
    chosen: undefined,
    choose: undefined,
    ...changed,
  };
  render(
    <LanguageProvider language="en" messages={messages} zone="Europe/Stockholm" now={new Date(0)}>
      <RecordMarksContext value={marks}>
        <TrendPoints trend={trend} plot={plotOf(trend.points, span, { width: 600, height: 280 }, "linear")} />
      </RecordMarksContext>
    </LanguageProvider>,
  );
  return marks;
}

const named = (name: string) => screen.getByRole("button", { name });

test("each value is a button that says when, what and how it stands; one of them is reached by the Tab key", () => {
  show();
  expect(named("2 Feb 2026: CEA 86 µg/L, high").tabIndex).toBe(-1);
  expect(named("2 Nov 2026: CEA <5 µg/L").tabIndex).toBe(0);
});

test("arrow keys go along the series and stop at its ends", () => {
  show();
  const newest = named("2 Nov 2026: CEA <5 µg/L");
  newest.focus();
  fireEvent.keyDown(newest, { key: "ArrowRight" });
  expect(document.activeElement).toBe(newest);
  fireEvent.keyDown(newest, { key: "ArrowLeft" });
  const second = named("2 Mar 2026: CEA 52 µg/L, high");
  expect(document.activeElement).toBe(second);
  expect(second.tabIndex).toBe(0);
  fireEvent.keyDown(second, { key: "Home" });
  expect(document.activeElement).toBe(named("2 Feb 2026: CEA 86 µg/L, high"));
});

test("a press chooses the value, as the table does", () => {
  const { chooseValue } = show();
  fireEvent.click(named("2 Mar 2026: CEA 52 µg/L, high"));
  expect(chooseValue).toHaveBeenCalledWith("second", "CEA 52 µg/L, 2 Mar 2026");
});

test("who may do nothing with a value hears it all the same", () => {
  show({ chooseValue: undefined });
  expect(named("2 Feb 2026: CEA 86 µg/L, high").getAttribute("aria-disabled")).toBe("true");
});

test("a comment stands at its value with its author's initials and colour", () => {
  const { openThread } = show();
  const badge = named("IH Comment by Dr Ingrid Hallström");
  expect(badge.dataset["person"]).toBe("iris");
  expect(badge.closest("li")?.textContent).toContain("52");
  fireEvent.click(badge);
  expect(openThread).toHaveBeenCalledWith("T1");
});
