import type { CaseListItem } from "../case/case-api.ts";
import { countDue } from "./count-due.ts";

/** What of the list is shown: all of it, alike together, or what is due this week, waits for records, or was asked about. */
export const listViews = ["alike", "week", "records", "asked"] as const;
export type ListView = (typeof listViews)[number];

export const isListView = (value: unknown): value is ListView => listViews.some((view) => view === value);

export type Viewed = Pick<CaseListItem, "clocks" | "missing" | "state" | "patientAsked">;

/** Late counts as due this week. `zone`: the reader's, whose weeks they are. */
export function casesIn<Item extends Viewed>(
  view: ListView,
  cases: readonly Item[],
  now: Date,
  zone: string,
): readonly Item[] {
  switch (view) {
    case "alike":
      return cases;
    case "week":
      return cases.filter((item) => {
        const { thisWeek, late } = countDue([item], now, zone);
        return thisWeek + late > 0;
      });
    case "records":
      return cases.filter(({ missing, state }) => missing.length > 0 && isUnsigned(state));
    case "asked":
      return cases.filter(({ patientAsked }) => patientAsked);
  }
}

const unsigned: ReadonlySet<CaseListItem["state"]> = new Set([
  "submitted",
  "gathering-records",
  "ready-for-review",
  "in-review",
  "paused",
]);
const isUnsigned = (state: CaseListItem["state"]): boolean => unsigned.has(state);

/** The one after this, and the first after the last. */
export const nextView = (view: ListView): ListView =>
  listViews[(listViews.indexOf(view) + 1) % listViews.length] ?? "alike";
