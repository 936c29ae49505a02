import { useNavigate, useSearch } from "@tanstack/react-router";
import { useNow, useTimeZone } from "use-intl";
import type { CaseListItem } from "../case/case-api.ts";
import type { CaseListSearch } from "./case-list-search.ts";
import { casesOnTab, type ListTab } from "./list-tabs.ts";
import { casesIn, type ListView } from "./list-views.ts";
import { type FoundCases, useFoundCases } from "./use-found-cases.ts";

export interface ListPlace {
  readonly tab: ListTab;
  readonly view: ListView;
  readonly words: string;
  /** What a search found; undefined: nothing is searched for. */
  readonly found: FoundCases | undefined;
  readonly shown: readonly CaseListItem[];
  readonly show: (view: ListView) => void;
  readonly find: (words: string) => void;
}

/** What of the list is shown is part of the address. A search looks through all of it. */
export function useListPlace(cases: readonly CaseListItem[]): ListPlace {
  const navigate = useNavigate();
  const search = useSearch({ from: "/cases/" });
  const { tab = "work", view = "alike", find: words = "" } = search;
  const zone = useTimeZone() ?? "UTC";
  const now = useNow({ updateInterval: 60_000 });
  const found = useFoundCases(words);
  const go = (next: CaseListSearch) =>
    void navigate({ to: "/cases", search: next, replace: true, resetScroll: false });
  return {
    tab,
    view,
    words,
    found,
    shown: found ? found.cases : casesIn(view, casesOnTab(tab, cases), now, zone),
    show: (next) => go({ tab, view: next }),
    find: (next) => go({ tab, view, find: next }),
  };
}
