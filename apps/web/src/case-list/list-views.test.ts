import { expect, test } from "vitest";
import { casesIn, isListView, listViews, nextView, type Viewed } from "./list-views.ts";

/** A Tuesday. */
const now = new Date("2026-11-24T09:00:00Z");
const opinionDue = (due: string): Viewed["clocks"] => [
  {
    id: "C",
    kind: "opinion",
    state: "running",
    from: "2026-11-20T09:00:00Z",
    due,
    met: null,
    zone: "UTC",
    pausedReason: null,
  },
];
const quiet: Viewed = { clocks: [], missing: [], state: "in-review", patientAsked: false };
const shown = (view: (typeof listViews)[number], ...cases: readonly Viewed[]) =>
  casesIn(view, cases, now, "UTC").map((item) => cases.indexOf(item));

test("this week holds what is due before Sunday ends, and what is late", () => {
  const [sunday, monday, late] = ["2026-11-29T16:00:00Z", "2026-11-30T16:00:00Z", "2026-11-20T16:00:00Z"].map(
    (due) => ({ ...quiet, clocks: opinionDue(due) }),
  );
  expect(shown("week", quiet, sunday ?? quiet, monday ?? quiet, late ?? quiet)).toEqual([1, 3]);
});

test("waiting for records are cases with something asked for, before they are signed", () => {
  const waits = {
    ...quiet,
    missing: [{ what: "MRI", type: null, state: "asked" as const, absent: [], asked: null, blocks: null }],
  };
  expect(shown("records", quiet, waits, { ...waits, state: "signed" })).toEqual([1]);
});

test("the patient asked where they wrote last; alike leaves nothing out", () => {
  expect(shown("asked", quiet, { ...quiet, patientAsked: true })).toEqual([1]);
  expect(shown("alike", quiet, quiet)).toHaveLength(2);
});

test("one view leads to the next and round again; what is no view is none", () => {
  expect(listViews.map(nextView)).toEqual(["week", "records", "asked", "alike"]);
  expect(isListView("week")).toBe(true);
  expect(isListView("month")).toBe(false);
});
