import "../opinion/desk.css";
import "./timeline.css";
import { isPatientSide } from "@consilium/clinical";
import { IconChevronLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { CaseBanners } from "../case/case-banners.tsx";
import { CaseBar } from "../case/case-bar.tsx";
import { useCase } from "../case/case-context.ts";
import { EmptyState } from "../design/empty-state.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { useIsWidth } from "../design/width.ts";
import { DeskTabs } from "../opinion/desk-tabs.tsx";
import { TextSwitch } from "../opinion/text-switch.tsx";
import { PatientFrame } from "../patient/patient-frame.tsx";
import { type CaseRecord, useRecords } from "../record/record-query.ts";
import { RecordThreads } from "../record/record-threads.tsx";
import { EntryRow } from "./entry-row.tsx";
import { TimelineList } from "./timeline-list.tsx";
import { useTimeline } from "./use-timeline.ts";
import { ZoomedChart } from "./zoomed-chart.tsx";

/** All that the records say of the patient's history, in the order of time. */
export function TimelinePage() {
  const { detail } = useCase();
  return (
    <RecordThreads>
      {isPatientSide(detail.seat) ? (
        <PatientFrame>
          <TimelineOfCase isChart={false} />
        </PatientFrame>
      ) : (
        <TimelineDesk />
      )}
    </RecordThreads>
  );
}

function TimelineDesk() {
  const isNarrow = useIsWidth("narrow");
  return (
    <div className="desk">
      <CaseBar />
      <CaseBanners />
      <div className="desk-body">
        <MainContent name="timeline-main">
          <TextSwitch />
          <TimelineOfCase isChart={!isNarrow} />
        </MainContent>
      </div>
      <div className="timeline-tabs">
        <DeskTabs />
      </div>
    </div>
  );
}

/** `isChart`: on an axis; else as a list, for one column. */
function TimelineOfCase({ isChart }: { readonly isChart: boolean }) {
  const t = useTranslations("timeline");
  const { caseId } = useCase();
  const { data: records } = useRecords();
  return (
    <div className="timeline">
      <DocumentTitle page={t("open")} />
      <p className="timeline-back">
        <Link to="/cases/$caseId/records" params={{ caseId }}>
          <IconChevronLeft size="1.125rem" stroke={1.75} aria-hidden /> {t("back")}
        </Link>
      </p>
      {records ? <History records={records} isChart={isChart} /> : <PageOnItsWay title={t("open")} />}
    </div>
  );
}

interface HistoryProps {
  readonly records: readonly CaseRecord[];
  readonly isChart: boolean;
}

function History({ records, isChart }: HistoryProps) {
  const t = useTranslations("timeline");
  const { timeline, marks } = useTimeline(records);
  const { dated, undated } = timeline;
  if (dated.length + undated.length === 0)
    return (
      <EmptyState level={1} title={t("noneTitle")}>
        <p>{t("none")}</p>
      </EmptyState>
    );
  return (
    <>
      <PageTitle lede={t("lede", { count: dated.length })}>{t("title")}</PageTitle>
      {dated.length > 0 &&
        (isChart ? (
          <ZoomedChart entries={dated} marks={marks} />
        ) : (
          <TimelineList entries={dated} marks={marks} />
        ))}
      {undated.length > 0 && (
        <section className="timeline-apart">
          <h2>
            {t("undated")} <span className="num">{undated.length}</span>
          </h2>
          <p>{t("undatedLede")}</p>
          <ul>
            {undated.map((entry) => (
              <EntryRow key={entry.id} entry={entry} marks={marks.get(entry.id) ?? 0} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
