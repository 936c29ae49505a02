import "../opinion/desk.css";
import "../report/report.css";
import "./comparison.css";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import type { OpinionSummary } from "../case/case-api.ts";
import { CaseBanners } from "../case/case-banners.tsx";
import { CaseBar } from "../case/case-bar.tsx";
import { useCase } from "../case/case-context.ts";
import { useDocument } from "../case/use-document.ts";
import { EmptyState } from "../design/empty-state.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { useIsWidth } from "../design/width.ts";
import { DeskTabs } from "../opinion/desk-tabs.tsx";
import { Comparison } from "./comparison.tsx";

/** A reading that was blind beside the lead opinion: where they differ, on one page. */
export function ComparisonPage() {
  const isNarrow = useIsWidth("narrow");
  const t = useTranslations("blindRead.comparison");
  const { detail } = useCase();
  const own = detail.opinions.find(({ state }) => state === "locked");
  const lead = detail.opinions.find((opinion) => opinion.lead);
  return (
    <div className="desk">
      <CaseBar />
      <CaseBanners />
      <div className="desk-body">
        <MainContent name="report-main">
          <DocumentTitle page={t("title")} />
          {own && lead ? (
            <Both own={own} lead={lead} />
          ) : (
            <EmptyState level={1} title={t("notHere")}>
              <p>{t("notHereText")}</p>
            </EmptyState>
          )}
        </MainContent>
      </div>
      {isNarrow && <DeskTabs />}
    </div>
  );
}

interface BothProps {
  readonly own: OpinionSummary;
  readonly lead: OpinionSummary;
}

/** Nothing is compared before both texts are here. */
function Both({ own, lead }: BothProps) {
  const first = useDocument(`opinion.${own.id}`);
  const second = useDocument(`opinion.${lead.id}`);
  if (first.phase !== "open" || !first.synced || second.phase !== "open" || !second.synced)
    return <PageOnItsWay lines={[40, 94, 97, 90, 61]} />;
  return <Comparison own={{ opinion: own, doc: first.doc }} lead={{ opinion: lead, doc: second.doc }} />;
}
