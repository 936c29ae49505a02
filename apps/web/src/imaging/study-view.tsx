import "./imaging.css";
import "./overlay.css";
import type { ImageAnchor } from "@consilium/workspace";
import { useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { NotWhole } from "../record/not-whole.tsx";
import { filedContent, useRecords } from "../record/record-query.ts";
import { forgetPictures } from "./cornerstone.ts";
import { PlanesView } from "./mpr/planes-view.tsx";
import { type PlanesInUse, usePlanesOpen } from "./mpr/use-planes-open.ts";
import { NotAllDisplayed, NotDisplayed } from "./not-displayed.tsx";
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
  const viewing = <Viewing record={record} panes={panes} planes={planes} />;
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
            onLeave={(slice) => {
              panes.stopFollowing();
              planes.close();
              if (slice) panes.show(slice);
            }}
          >
            {viewing}
          </PlanesView>
        ) : (
          <SlicesView {...{ record, studies, study, panes, planes, box }}>{viewing}</SlicesView>
        )}
      </div>
    </StudyContext>
  );
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
      jump={(anchor, point) => {
        panes.show(anchor);
        if (point) planes.openAt(anchor.series, point);
        else planes.close();
      }}
    />
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
