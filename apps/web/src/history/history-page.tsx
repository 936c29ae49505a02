import "./history.css";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { useCase } from "../case/case-context.ts";
import { ButtonLink } from "../design/button-link.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import type { HistorySearch } from "./history-search.ts";
import { OpinionHistory } from "./opinion-history.tsx";

const address = "/cases/$caseId/history";

/** How an opinion came to be. Everything that is looked at stands in the address. */
export function HistoryPage() {
  const t = useTranslations("history");
  const { caseId, seat, detail } = useCase();
  const search = useSearch({ from: address });
  const navigate = useNavigate({ from: address });
  const opinion = detail.opinions.find(({ id, read }) =>
    search.opinion === undefined ? read === "live" : id === search.opinion && read === "live",
  );
  if (!opinion)
    return (
      <MainContent>
        <DocumentTitle page={t("title")} />
        <EmptyState
          level={1}
          title={t("noHistory")}
          actions={
            <ButtonLink to="/cases/$caseId" params={{ caseId }} look="filled">
              {t("backToCase")}
            </ButtonLink>
          }
        >
          <p>{t("noHistoryText")}</p>
        </EmptyState>
      </MainContent>
    );
  const show = (change: HistorySearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  return (
    <>
      <DocumentTitle page={t("title")} />
      <OpinionHistory looked={{ caseId, opinionId: opinion.id, seat }} search={search} show={show} />
    </>
  );
}
