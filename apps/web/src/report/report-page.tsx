import "../opinion/desk.css";
import { isPatientSide } from "@consilium/clinical";
import type { Report } from "@consilium/report";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { AddendumList } from "../addendum/addendum-list.tsx";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { CaseBanners } from "../case/case-banners.tsx";
import { CaseBar } from "../case/case-bar.tsx";
import { useCase } from "../case/case-context.ts";
import { EmptyState } from "../design/empty-state.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { useIsWidth } from "../design/width.ts";
import { DeskTabs } from "../opinion/desk-tabs.tsx";
import { PatientFrame } from "../patient/patient-frame.tsx";
import { Acknowledge } from "./acknowledge.tsx";
import { AskedInReport } from "./asking/asked-in-report.tsx";
import { ReportAsking } from "./asking/report-asking.tsx";
import { ReportActions, useMoreOfReport } from "./report-actions.tsx";
import { ReportArticle } from "./report-article.tsx";
import { ReportNotice } from "./report-notice.tsx";
import { ReportSide } from "./report-side.tsx";
import { useReportImages } from "./use-report-images.ts";
import { type ReportSummary, useReport, useReports } from "./use-report.ts";

const route = getRouteApi("/cases/$caseId/report/$reportId");

/** A signed report at its own address. */
export function ReportByRole() {
  const { reportId } = route.useParams();
  const { detail } = useCase();
  const { data, error } = useReports();
  const summary = data?.items.find(({ id }) => id === reportId);
  if (error) throw error;
  if (isPatientSide(detail.seat))
    return <PatientFrame>{data ? <Shown summary={summary} isForPatient /> : <OnItsWay />}</PatientFrame>;
  return <ReportDesk summary={summary} isLoaded={data !== undefined} />;
}

const OnItsWay = () => <PageOnItsWay title={useTranslations("report")("title")} />;

interface ReportDeskProps {
  readonly summary: ReportSummary | undefined;
  readonly isLoaded: boolean;
}

function ReportDesk({ summary, isLoaded }: ReportDeskProps) {
  const isNarrow = useIsWidth("narrow");
  return (
    <div className="desk">
      <ReportBar summary={summary} />
      <CaseBanners />
      <div className="desk-body">
        <MainContent name="report-main">{isLoaded ? <Shown summary={summary} /> : <OnItsWay />}</MainContent>
      </div>
      {isNarrow && summary && <Acknowledge summary={summary} isRow />}
      {isNarrow && <DeskTabs />}
    </div>
  );
}

/** One bar before and after the report has come, so that nobody loses their place in it. */
function ReportBar({ summary }: Pick<ReportDeskProps, "summary">) {
  const isNarrow = useIsWidth("narrow");
  const more = useMoreOfReport(summary);
  return (
    <CaseBar
      more={more?.menu}
      action={
        <>
          {more?.dialogs}
          {summary && !isNarrow && <Acknowledge summary={summary} />}
        </>
      }
    />
  );
}

interface ShownProps {
  readonly summary: ReportSummary | undefined;
  readonly isForPatient?: boolean;
}

function Shown({ summary, isForPatient = false }: ShownProps) {
  const t = useTranslations("report");
  if (summary) return <OneReport key={summary.id} summary={summary} isForPatient={isForPatient} />;
  return (
    <EmptyState level={1} title={t("notHere")}>
      <DocumentTitle page={t("title")} />
      <p>{t("notHereText")}</p>
    </EmptyState>
  );
}

interface OneReportProps {
  readonly summary: ReportSummary;
  readonly isForPatient: boolean;
}

function OneReport({ summary, isForPatient }: OneReportProps) {
  const { detail } = useCase();
  const { data: report, error } = useReport(summary.id);
  if (error) throw error;
  if (!report) return <OnItsWay />;
  const columns = <Columns report={report} summary={summary} isForPatient={isForPatient} />;
  const opinion = detail.opinions.find(({ id }) => id === summary.opinion);
  return opinion && summary.state === "current" ? (
    <ReportAsking opinion={opinion}>{columns}</ReportAsking>
  ) : (
    columns
  );
}

function Columns({ report, summary, isForPatient }: OneReportProps & { readonly report: Report }) {
  const t = useTranslations("report");
  const pictures = useReportImages(report, summary.id);
  const notice = (
    <>
      <ReportNotice summary={summary} />
      <AddendumList report={summary.id} />
    </>
  );
  return (
    <div className="report-columns">
      <ReportArticle
        report={report}
        opinion={summary.opinion}
        isForPatient={isForPatient}
        takenOnSince={summary.takenOnSince}
        notice={notice}
        pictures={pictures}
      />
      <aside className="report-side" aria-label={t("aboutIt")}>
        {isForPatient && (
          <div className="report-patient-ways">
            <ReportActions summary={summary} />
            <Acknowledge summary={summary} />
          </div>
        )}
        <ReportSide report={report} summary={summary} />
        <AskedInReport />
      </aside>
    </div>
  );
}
