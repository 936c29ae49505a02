import { getRouteApi, Navigate } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { EmptyState } from "../design/empty-state.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { threadWay } from "./thread-way.ts";
import { useAllThreads } from "./use-all-threads.ts";

const route = getRouteApi("/cases/$caseId/threads/$threadId");

/** The lasting address of a thread: leads to where it is seen, opened. */
export function ThreadPage() {
  const t = useTranslations("annotation");
  const { threadId } = route.useParams();
  const { caseId } = useCase();
  const { threads, isComplete } = useAllThreads();
  const found = threads.find(({ id }) => id === threadId);
  const way = found && threadWay(found.target, found.anchor);
  if (way) {
    const search = { thread: threadId };
    if (way.to === "/cases/$caseId/records/$recordId") {
      return <Navigate to={way.to} params={{ caseId, recordId: way.recordId }} search={search} replace />;
    }
    return <Navigate to={way.to} params={{ caseId, section: way.section }} search={search} replace />;
  }
  if (!isComplete) return <PageOnItsWay />;
  return (
    <EmptyState level={1} title={t("notFoundTitle")}>
      <p>{t("notFoundText")}</p>
    </EmptyState>
  );
}
