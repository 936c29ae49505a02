import { isListTab, type ListTab } from "./list-tabs.ts";
import { isListView, type ListView } from "./list-views.ts";

/** The list's state in its address. */
export interface CaseListSearch {
  /** The case that is shown beside the list. */
  readonly case?: string;
  /** What of it is shown; without it all, alike together. */
  readonly view?: ListView;
  /** Which of its places; without it what is to be done. */
  readonly tab?: ListTab;
  /** What is searched for. */
  readonly find?: string;
}

export const readCaseListSearch = (search: Record<string, unknown>): CaseListSearch => ({
  ...(typeof search["case"] === "string" && { case: search["case"] }),
  ...(isListView(search["view"]) && { view: search["view"] }),
  ...(isListTab(search["tab"]) && search["tab"] !== "work" && { tab: search["tab"] }),
  ...wordsIn(search["find"]),
});

/** The address reads digits alone as a number. */
function wordsIn(find: unknown): Pick<CaseListSearch, "find"> {
  if (typeof find === "number") return { find: String(find) };
  return typeof find === "string" && find !== "" ? { find } : {};
}
