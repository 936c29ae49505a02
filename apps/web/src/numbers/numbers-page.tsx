import "./numbers.css";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { PlaceTabs } from "../board/place-tabs.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { FeedbackSection } from "./feedback-section.tsx";
import { PausesSection, WaitingSection } from "./now-sections.tsx";
import { NumbersChoices } from "./numbers-choices.tsx";
import { type Numbers, numbersQuery } from "./numbers-query.ts";
import { CompletenessSection, ReportsSection, UrgentSection } from "./report-sections.tsx";
import { StepsSection } from "./steps-section.tsx";

/** `/numbers`: how the programme that I coordinate is doing. */
export function NumbersPage() {
  const t = useTranslations("numbers");
  const search = useSearch({ from: "/numbers" });
  const { data, error, isPlaceholderData } = useQuery({
    ...numbersQuery(search),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <DocumentTitle page={t("title")} />
      <AppBar>{!error && <PlaceTabs here="numbers" />}</AppBar>
      <MainContent name="numbers">
        {error && (
          <EmptyState level={1} title={t("title")}>
            <p>{error.message}</p>
          </EmptyState>
        )}
        {!data && !error && <PageOnItsWay title={t("title")} />}
        {data && !error && (
          <>
            <div className="numbers-head">
              <PageTitle
                lede={t("lede", { cases: data.cases, from: new Date(data.from), to: new Date(data.to) })}
              >
                {t("title")}
              </PageTitle>
              <NumbersChoices search={search} specialties={data.specialties} />
            </div>
            {data.isCut && <p className="numbers-note">{t("cut", { cases: data.cases })}</p>}
            <Sections data={data} isOld={isPlaceholderData} />
          </>
        )}
      </MainContent>
    </>
  );
}

interface SectionsProps {
  readonly data: Numbers;
  /** They are of what was chosen before; the others are on their way. */
  readonly isOld: boolean;
}

function Sections({ data, isOld }: SectionsProps) {
  return (
    <div className="numbers-sections" aria-busy={isOld}>
      <StepsSection steps={data.steps} />
      <WaitingSection waiting={data.waiting} />
      <PausesSection pauses={data.pauses} />
      <CompletenessSection completeness={data.completeness} />
      <ReportsSection reports={data.reports} />
      <UrgentSection urgent={data.urgent} />
      <FeedbackSection feedback={data.feedback} />
    </div>
  );
}
