import type { CaseListItem } from "../case/case-api.ts";
import { workStateOf } from "./work-state.ts";

/** The places of a specialist's list: what is to be done, of that what is being written and what is spoken about, and what is signed. */
export const listTabs = ["work", "drafts", "conferences", "signed"] as const;
export type ListTab = (typeof listTabs)[number];

export const isListTab = (value: unknown): value is ListTab => listTabs.some((tab) => tab === value);

export type Tabbed = Pick<CaseListItem, "state" | "seats" | "conference">;

/** Whoever refers or coordinates still works on a signed case; only a specialist's own is done with it. */
export function casesOnTab<Item extends Tabbed>(tab: ListTab, cases: readonly Item[]): readonly Item[] {
  switch (tab) {
    case "work":
      return cases.filter((item) => !isSigned(item));
    case "drafts":
      return cases.filter((item) => item.state === "in-review" && isSpecialistIn(item));
    case "conferences":
      return cases.filter(({ conference }) => conference !== null);
    case "signed":
      return cases.filter(isSigned);
  }
}

export const isSpecialistIn = ({ seats }: Pick<Tabbed, "seats">): boolean =>
  seats.some(({ role }) => role === "specialist");

const isSigned = (item: Tabbed): boolean =>
  workStateOf(item.state) === "done" && item.seats.every(({ role }) => role === "specialist");
