import "./imaging.css";
import "./overlay.css";
import type { ImageAnchor } from "@consilium/workspace";
import { useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { useOwnActs } from "../drawn/use-own-acts.ts";
import { NotWhole } from "../record/not-whole.tsx";
import { filedContent, useRecords } from "../record/record-query.ts";
import { ReportedPlaces } from "../record/reported-places.tsx";
import { type Reported, useReported } from "../record/use-reported.ts";
import { forgetPictures } from "./cornerstone.ts";
import { PlanesView } from "./mpr/planes-view.tsx";
import { type PlanesInUse, usePlanesOpen } from "./mpr/use-planes-open.ts";
import { NotAllDisplayed, NotDisplayed } from "./not-displayed.tsx";
import { seriesOfPlace, useReportedPicture } from "./reported-picture.ts";
import { useSeries } from "./series-query.ts";
import { SlicesView, wantedIn } from "./slices-view.tsx";
import { firstSeries, type OpenStudy, priorsOf } from "./study-choice.ts";
import { StudyContext } from "./study-context.ts";
import { usePanes } from "./use-panes.ts";
import { useStudyState } from "./use-study-state.ts";
import { ViewingLine } from "./viewing-line.tsx";

/** A DICOM study: its pictures, what is measured on them, and what others have marked. */
export function StudyView({ record }: { readonly record: OpenStudy }) {
  const t = useTranslations("imaging");
  const first = firstSeries(record);
  // Pictures of a patient stay on the device only as long as they are looked at.
  useEffect(() => forgetPictures, []);
  return (
    <section className="study" data-box aria-label={t("box")}>
      <NotWhole study={record} className="study-not-whole" />
      {first ? (
        <>
          <NotAllDisplayed study={record} />
          <OpenStudyView record={record} first={first.uid} />
        </>
      ) : (
        <p className="study-none">{t("nothingToShow")}</p>
      )}
      <NotDisplayed study={record} />
      <p className="study-purpose">{t("notPrimary")}</p>
    </section>
  );
}

interface OpenStudyViewProps {
  readonly record: OpenStudy;
  readonly first: string;
}

function OpenStudyView({ record, first }: OpenStudyViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const studies = useStudies(record);
  const panes = usePanes(record, first, studies);
  const study = useStudyState(record, panes.jump);
  const planes = usePlanesOpen(record, panes, study.marks.all);
  const { open } = planes;
  useOwnActs(box, panes.stopFollowing);
  const places = useReportedPlaces(record, panes, planes);
  const below = (
    <>
      <Viewing record={record} panes={panes} planes={planes} />
      <PlacesOfReports record={record} {...places} />
    </>
  );
  return (
    <StudyContext value={study}>
      <div className="study-open" ref={box}>
        <LostPlace record={record} wanted={panes.wanted} />
        {open ? (
          <PlanesView
            key={open.series.series}
            record={record}
            open={open}
            wanted={wantedIn(record, panes.wanted)}
            onMove={panes.stopFollowing}
            onLook={panes.keepLook}
            onLeave={(slice) => leavePlanes(panes, planes, slice)}
          >
            {below}
          </PlanesView>
        ) : (
          <SlicesView {...{ record, studies, study, panes, planes, box }}>{below}</SlicesView>
        )}
      </div>
    </StudyContext>
  );
}

function leavePlanes(
  panes: ReturnType<typeof usePanes>,
  planes: PlanesInUse,
  slice: ImageAnchor | undefined,
): void {
  panes.stopFollowing();
  planes.close();
  if (slice) panes.show(slice);
}

interface ViewingProps {
  readonly record: OpenStudy;
  readonly panes: ReturnType<typeof usePanes>;
  readonly planes: PlanesInUse;
}

/** Who else is here. Whoever looks at three planes is followed into them, and out of them. */
function Viewing({ record, panes, planes }: ViewingProps) {
  const { data: series } = useSeries(record, panes.left.series);
  return (
    <ViewingLine
      record={record}
      series={series ?? undefined}
      following={panes.following}
      onFollow={panes.follow}
      jump={(anchor, point, look) => {
        panes.show(anchor, look);
        if (point) planes.openAt(anchor.series, point);
        else planes.close();
      }}
    />
  );
}

/** What reports say of these pictures; the place that is to be seen is gone to. */
function useReportedPlaces(
  record: OpenStudy,
  panes: ReturnType<typeof usePanes>,
  planes: PlanesInUse,
): ReportedHere {
  const reported = useReported(record);
  const isMissing = useReportedPicture(record, reported, (anchor) => {
    planes.close();
    panes.jump(anchor);
  });
  return { reported, isMissing };
}

interface ReportedHere {
  readonly reported: Reported;
  /** The study lacks the picture that is to be seen. */
  readonly isMissing: boolean;
}

interface PlacesOfReportsProps extends ReportedHere {
  readonly record: OpenStudy;
}

/** Those of its pictures: an ECG in the same study has its own. */
function PlacesOfReports({ record, reported: { named, looked, lookAt }, isMissing }: PlacesOfReportsProps) {
  const t = useTranslations("imaging");
  return (
    <>
      {isMissing && looked && (
        <output className="study-lost">{t("notAmongThese", { place: looked.place.label })}</output>
      )}
      <ReportedPlaces
        named={named.filter(({ place }) => seriesOfPlace(record, place) !== undefined)}
        looked={looked}
        lookAt={lookAt}
      />
    </>
  );
}

/** This study and the others of the case that this seat reads. */
function useStudies(record: OpenStudy): readonly OpenStudy[] {
  const { data: records } = useRecords();
  return useMemo(() => {
    const studies = (records ?? []).flatMap((one): OpenStudy[] => {
      if (one.kind !== "imaging-study") return [];
      const filed = filedContent(one);
      return filed.kind === "imaging-study" ? [filed] : [];
    });
    return [record, ...priorsOf(record, studies)];
  }, [records, record]);
}

function LostPlace({
  record,
  wanted,
}: {
  readonly record: OpenStudy;
  readonly wanted: ImageAnchor | undefined;
}) {
  const t = useTranslations("imaging");
  const isHere =
    !wanted || wanted.record !== record.id || record.content.series.some(({ uid }) => uid === wanted.series);
  return isHere ? null : <output className="study-lost">{t("lost")}</output>;
}
