import { useTranslations } from "use-intl";
import type { CaseListItem } from "../case/case-api.ts";
import type { FoundCases } from "./use-found-cases.ts";

export interface ListStandingProps {
  readonly cases: readonly CaseListItem[];
  readonly shown: readonly CaseListItem[];
  readonly found: FoundCases | undefined;
}

/** What a search found, or that a view has none. */
export function ListStanding({ cases, shown, found }: ListStandingProps) {
  const t = useTranslations("caseList");
  const count = shown.length;
  const searched = () => {
    if (found?.hasFailed) return t("find.failed");
    if (found?.isSearching) return t("find.searching");
    return found?.loadMore ? t("find.foundMore", { count }) : t("find.found", { count });
  };
  return (
    <output className="work-list-none">
      {found ? searched() : cases.length > 0 && count === 0 && t("noneInView")}
    </output>
  );
}
