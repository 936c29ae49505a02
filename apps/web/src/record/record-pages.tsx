import "../opinion/desk.css";
import { isPatientSide } from "@consilium/clinical";
import { getRouteApi, Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { CaseBanners } from "../case/case-banners.tsx";
import { CaseBar } from "../case/case-bar.tsx";
import { useCase } from "../case/case-context.ts";
import { ButtonLink } from "../design/button-link.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { useIsWidth } from "../design/width.ts";
import { DeskTabs } from "../opinion/desk-tabs.tsx";
import { firstSection } from "../opinion/text-routes.ts";
import { TextSwitch } from "../opinion/text-switch.tsx";
import { PatientFrame } from "../patient/patient-frame.tsx";
import { DropAnywhere } from "../upload/drop-anywhere.tsx";
import { EarlierVersion } from "./earlier-version.tsx";
import { AskRoom } from "./inventory/ask-room.tsx";
import { latestRecord, recordAt } from "./record-beside-text.ts";
import { type CaseRecord, useRecords } from "./record-query.ts";
import { RecordRail } from "./record-rail.tsx";
import { RecordThreads } from "./record-threads.tsx";
import { RecordView } from "./record-view.tsx";

const recordRoute = getRouteApi("/cases/$caseId/records/$recordId");

/** One record at its own address. */
export function RecordByRole() {
  const { recordId } = recordRoute.useParams();
  const { detail } = useCase();
  return isPatientSide(detail.seat) ? <PatientRecord id={recordId} /> : <RecordsDesk id={recordId} />;
}

/** All records of the case, for clinicians and staff. */
export const RecordsPage = () => <RecordsDesk id={undefined} />;

function RecordsDesk({ id: asked }: { readonly id: string | undefined }) {
  const t = useTranslations("record");
  const { data: records } = useRecords();
  const record = useRecordOnDesk(records, asked);
  const id = asked ?? record?.id;
  const rail = <Rail records={records} openRecord={id} />;
  return (
    <RecordThreads>
      <AskRoom>
        <DropAnywhere />
        <div className="desk">
          <DocumentTitle page={(asked !== undefined && record?.title) || t("records")} />
          <CaseBar />
          <CaseBanners />
          <div className="desk-body">
            {id === undefined ? (
              <MainContent name="record-main record-list">
                <TextSwitch />
                {rail}
              </MainContent>
            ) : (
              <ListAndRecord
                rail={rail}
                isLoaded={records !== undefined}
                record={record}
                actions={<BesideOpinion id={id} />}
              />
            )}
          </div>
          <div className="record-tabs">
            <DeskTabs />
          </div>
        </div>
      </AskRoom>
    </RecordThreads>
  );
}

interface RailProps {
  readonly records: readonly CaseRecord[] | undefined;
  readonly openRecord: string | undefined;
}

function Rail({ records, openRecord }: RailProps) {
  const level = openRecord === undefined ? 1 : 2;
  if (!records) return level === 1 ? <PageOnItsWay /> : <SkeletonAfter />;
  return <RecordRail records={records} openRecord={openRecord} isBeside={false} level={level} />;
}

/** Beside the list there may be room for one: the newest, until somebody chooses. */
function useRecordOnDesk(records: readonly CaseRecord[] | undefined, asked: string | undefined) {
  const hasRoom = useIsWidth("wide");
  const name = asked ?? (hasRoom ? latestRecord : undefined);
  return records && name !== undefined ? recordAt(records, name) : undefined;
}

interface RecordOnPageProps {
  /** Whether it is known what records there are. */
  readonly isLoaded: boolean;
  readonly record: CaseRecord | undefined;
  readonly actions?: ReactNode;
}

function RecordOnPage({ isLoaded, record, actions }: RecordOnPageProps) {
  const t = useTranslations("record");
  const { earlier } = useSearch({ strict: false });
  if (!isLoaded) return <PageOnItsWay />;
  // It may have been taken back meanwhile.
  if (record && earlier !== undefined && record.replaces.includes(earlier))
    return <EarlierVersion key={earlier} newest={record} earlier={earlier} />;
  if (record) return <RecordView record={record} level={1} actions={actions} />;
  return (
    <EmptyState level={1} title={t("notHereTitle")}>
      <p>{t("notHere")}</p>
    </EmptyState>
  );
}

function ListAndRecord({ rail, ...shown }: RecordOnPageProps & { readonly rail: ReactNode }) {
  return (
    <>
      <div className="record-side">
        <TextSwitch />
        {rail}
      </div>
      <MainContent name="record-main">
        <RecordOnPage {...shown} />
      </MainContent>
    </>
  );
}

/** Where an opinion may be read: the record lies down beside it. */
function BesideOpinion({ id }: { readonly id: string }) {
  const t = useTranslations("record");
  const { caseId, detail } = useCase();
  if (detail.opinions.length === 0) return null;
  return (
    <span className="record-beside-opinion">
      <ButtonLink
        size="small"
        to="/cases/$caseId/opinion/$section"
        params={{ caseId, section: firstSection.opinion }}
        search={(now) => ({ ...now, record: id })}
      >
        {t("besideOpinion")}
      </ButtonLink>
    </span>
  );
}

function PatientRecord({ id }: { readonly id: string }) {
  const t = useTranslations("record");
  const { caseId } = useCase();
  const { data: records } = useRecords();
  const record = records && recordAt(records, id);
  return (
    <PatientFrame>
      <RecordThreads>
        <DropAnywhere />
        <DocumentTitle page={record?.title ?? t("records")} />
        <p className="record-back">
          <Link to="/cases/$caseId/records" params={{ caseId }}>
            {t("allRecords")}
          </Link>
        </p>
        <RecordOnPage isLoaded={records !== undefined} record={record} />
      </RecordThreads>
    </PatientFrame>
  );
}

/** The patient's list of their records. */
export function PatientRecordList() {
  const { data: records } = useRecords();
  return (
    <RecordThreads>
      <DropAnywhere />
      {records ? (
        <RecordRail records={records} openRecord={undefined} isBeside={false} level={2} />
      ) : (
        <SkeletonAfter />
      )}
    </RecordThreads>
  );
}
