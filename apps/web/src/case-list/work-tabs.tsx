import "../board/place-tabs.css";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import type { CaseListItem } from "../case/case-api.ts";
import { casesOnTab, type ListTab, listTabs } from "./list-tabs.ts";

export interface WorkTabsProps {
  readonly cases: readonly CaseListItem[];
  /** Undefined: none of them, such as while something is searched for. */
  readonly here: ListTab | undefined;
  /** Whether there are cases that are not on this device yet: then nobody knows how many there are. */
  readonly isMore: boolean;
  readonly isCoordinator: boolean;
}

/** The places of a specialist's list, and for whoever coordinates too the board. */
export function WorkTabs({ cases, here, isMore, isCoordinator }: WorkTabsProps) {
  const t = useTranslations("caseList");
  const board = useTranslations("board");
  return (
    <nav className="place-tabs" aria-label={board("places")}>
      {listTabs.map((tab) => (
        <Link key={tab} to="/cases" search={{ tab }} aria-current={tab === here ? "page" : undefined}>
          {t(`tabs.${tab}`)}
          {!isMore && <span className="place-tabs-count num">{casesOnTab(tab, cases).length}</span>}
        </Link>
      ))}
      {isCoordinator && <Link to="/board">{board("title")}</Link>}
    </nav>
  );
}
