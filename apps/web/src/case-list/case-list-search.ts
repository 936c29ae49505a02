import { isListView, type ListView } from "./list-views.ts";

/** The list's state in its address. */
export interface CaseListSearch {
  /** The case that is shown beside the list. */
  readonly case?: string;
  /** What of it is shown; without it all, alike together. */
  readonly view?: ListView;
}

export const readCaseListSearch = (search: Record<string, unknown>): CaseListSearch => ({
  ...(typeof search["case"] === "string" && { case: search["case"] }),
  ...(isListView(search["view"]) && { view: search["view"] }),
});
