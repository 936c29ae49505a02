import "../opinion/desk.css";
import "./upload.css";
import { isPatientSide } from "@consilium/clinical";
import { IconChevronLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { ArchiveSection } from "../archive/archive-section.tsx";
import { CaseBanners } from "../case/case-banners.tsx";
import { CaseBar } from "../case/case-bar.tsx";
import { useCase } from "../case/case-context.ts";
import { EmptyState } from "../design/empty-state.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { DeskTabs } from "../opinion/desk-tabs.tsx";
import { TextSwitch } from "../opinion/text-switch.tsx";
import { PatientFrame } from "../patient/patient-frame.tsx";
import { useRecords } from "../record/record-query.ts";
import { RecordRail } from "../record/record-rail.tsx";
import { RecordThreads } from "../record/record-threads.tsx";
import { AskedFor } from "./asked-for.tsx";
import { ChooseFiles } from "./choose-files.tsx";
import { DeliveryList } from "./delivery-list.tsx";
import { DropAnywhere } from "./drop-anywhere.tsx";
import { NotSentNotice } from "./not-sent-notice.tsx";
import { OnTheWay } from "./on-the-way.tsx";
import { PhotoReview, usePhotos } from "./photo-review.tsx";
import { useCaseDeliveries, useDeliveries, useHandingOver, useMayAdd } from "./use-case-deliveries.ts";

/** Handing over records: the patient's column, or the desk with the list of records. */
export function AddRecordsPage() {
  const { detail } = useCase();
  return isPatientSide(detail.seat) ? (
    <PatientFrame>
      <HandOver isForPatient />
    </PatientFrame>
  ) : (
    <HandOverDesk />
  );
}

function HandOverDesk() {
  const { data: records } = useRecords();
  return (
    <RecordThreads>
      <div className="desk">
        <CaseBar />
        <CaseBanners />
        <div className="desk-body record-desk">
          <div className="record-side">
            <TextSwitch />
            {records ? (
              <RecordRail records={records} openRecord={undefined} isBeside={false} level={2} />
            ) : (
              <SkeletonAfter />
            )}
          </div>
          <MainContent name="record-main">
            <HandOver isForPatient={false} />
          </MainContent>
        </div>
        <div className="record-tabs">
          <DeskTabs />
        </div>
      </div>
    </RecordThreads>
  );
}

function HandOver({ isForPatient }: { readonly isForPatient: boolean }) {
  const t = useTranslations("delivery");
  const { caseId } = useCase();
  const mayAdd = useMayAdd();
  const title = t(isForPatient ? "titlePatient" : "title");
  return (
    <div className="upload" data-patient={isForPatient || undefined}>
      <DocumentTitle page={title} />
      <p className="upload-back">
        <Link to="/cases/$caseId/records" params={{ caseId }}>
          <IconChevronLeft size="1.375rem" stroke={1.75} aria-hidden /> {t("back")}
        </Link>
      </p>
      {mayAdd ? (
        <HandingOverRecords title={title} isForPatient={isForPatient} />
      ) : (
        <EmptyState level={1} title={t("mayNotTitle")}>
          <p>{t("mayNot")}</p>
        </EmptyState>
      )}
    </div>
  );
}

interface HandingOverRecordsProps {
  readonly title: string;
  readonly isForPatient: boolean;
}

function HandingOverRecords({ title, isForPatient }: HandingOverRecordsProps) {
  const t = useTranslations("delivery");
  const deliveries = useCaseDeliveries();
  const handing = useHandingOver(deliveries);
  const photos = usePhotos(deliveries);
  const isAsked = useDeliveries()?.some(({ state }) => state === "asking") ?? false;
  return (
    <>
      <DropAnywhere />
      <PageTitle lede={<Lede isForPatient={isForPatient} />}>{title}</PageTitle>
      <ChooseFiles
        deliveries={deliveries}
        isForPatient={isForPatient}
        isQuiet={photos.length > 0 || isAsked || handing.state !== undefined}
      />
      {!isForPatient && <p className="upload-quiet upload-or-drop">{t("orDrop")}</p>}
      {!isForPatient && <p className="upload-quiet">{t("notYet")}</p>}
      {handing.notSent && <NotSentNotice notSent={handing.notSent} deliveries={deliveries} />}
      <PhotoReview deliveries={deliveries} />
      <OnTheWay deliveries={deliveries} handing={handing} />
      <ArchiveSection />
      <DeliveryList except={handing.state?.id} />
      {isForPatient && <AskedFor />}
    </>
  );
}

function Lede({ isForPatient }: Pick<HandingOverRecordsProps, "isForPatient">) {
  const t = useTranslations("delivery");
  const open = useCase().detail.requests.filter(({ state }) => state === "open").length;
  if (!isForPatient) return t("lede");
  return open > 0 ? t("ledeAsked", { count: open }) : t("ledePatient");
}
