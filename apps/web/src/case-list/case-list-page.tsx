import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import type { CaseListItem } from "../case/case-api.ts";
import { caseListQuery } from "./case-list-query.ts";
import { OwnCases } from "./own-cases.tsx";
import { WorkList } from "./work-list.tsx";

/** `/cases`: for whoever works here their list; for patients their case, or a choice of them. */
export function CaseListPage() {
  const t = useTranslations("caseList");
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(caseListQuery);
  const cases = data.pages.flatMap(({ items }) => items);
  const [only, second] = cases;
  if (only && cases.every(isOwnCase)) {
    if (!second) return <Navigate to="/cases/$caseId" params={{ caseId: only.id }} replace />;
    return <OwnCases cases={cases} />;
  }
  return (
    <>
      <DocumentTitle page={t("title")} />
      <WorkList
        cases={cases}
        loadMore={hasNextPage ? () => void fetchNextPage() : undefined}
        isLoadingMore={isFetchingNextPage}
      />
    </>
  );
}

/** Mine as its patient, or that of somebody for whom I speak. */
const isOwnCase = ({ seats }: CaseListItem): boolean =>
  seats.every(({ role }) => role === "patient" || role === "proxy");
