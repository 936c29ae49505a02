import "./imaging.css";
import type { ImageAnchor } from "@consilium/workspace";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { filedContent, useRecords } from "../record/record-query.ts";
import { CompareBar } from "./compare-bar.tsx";
import { forgetPictures } from "./cornerstone.ts";
import { ImagePane } from "./image-pane.tsx";
import { MarksList } from "./marks-list.tsx";
import { NotDisplayed, SeriesStrip } from "./series-strip.tsx";
import { firstSeries, type OpenStudy, priorsOf } from "./study-choice.ts";
import { isViewTool, StudyContext, useStudy } from "./study-context.ts";
import { StudyToolbar } from "./study-toolbar.tsx";
import { useCine } from "./use-cine.ts";
import { areRegistered, useLinkedScroll } from "./use-linked-scroll.ts";
import { usePanes } from "./use-panes.ts";
import { useStudyActs } from "./use-study-acts.ts";
import { useStudyKeys } from "./use-study-keys.ts";
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
      {first ? (
        <OpenStudyView record={record} first={first.uid} />
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
  const { left, right, active } = panes;
  const pane = panes.handles[active] ?? panes.handles.left;
  const cine = useCine(pane?.viewport, pane?.series.rate);
  const [isLinked, link] = useLink(panes.handles);
  useLinkedScroll(panes.handles.left, right && panes.handles.right, isLinked);
  const act = useStudyActs({ study, panes, pane, cine });
  useStudyKeys({ box, pane, act });
  const common = { onActivate: panes.activate, onHandle: panes.keepHandle, onScroll: panes.stopFollowing };
  return (
    <StudyContext value={study}>
      <div className="study-open" ref={box}>
        <StudyToolbar
          pane={pane}
          cine={cine}
          isComparing={right !== undefined}
          onCompare={panes.toggleCompare}
        />
        <SeriesStrip study={record} open={left.series} onOpen={panes.openSeries} />
        {right && (
          <CompareBar
            studies={studies}
            right={right}
            onChoose={panes.compareWith}
            panes={[panes.handles.left, panes.handles.right]}
            isLinked={isLinked}
            onLink={link}
          />
        )}
        <LostPlace record={record} wanted={panes.wanted} />
        <div className="study-panes">
          <ImagePane
            {...common}
            slot="left"
            {...left}
            wanted={wantedIn(left.study, panes.wanted)}
            isActive={active === "left"}
          />
          {right && (
            <ImagePane
              {...common}
              slot="right"
              {...right}
              wanted={wantedIn(right.study, panes.wanted)}
              isActive={active === "right"}
            />
          )}
        </div>
        <ViewingLine
          record={record.id}
          handle={panes.handles.left}
          following={panes.following}
          onFollow={panes.follow}
          jump={panes.show}
        />
        {pane && <MarksList pane={pane} />}
        <Keys />
      </div>
    </StudyContext>
  );
}

const wantedIn = ({ id }: OpenStudy, wanted: ImageAnchor | undefined): ImageAnchor | undefined =>
  wanted?.record === id ? wanted : undefined;

/** Linked where both are registered, until somebody says otherwise; elsewhere only when somebody asks. */
function useLink(handles: ReturnType<typeof usePanes>["handles"]) {
  const [chosen, choose] = useState<boolean>();
  const { left, right } = handles;
  const isRegistered = left && right ? areRegistered(left, right) : false;
  useEffect(() => choose(undefined), [isRegistered]);
  return [chosen ?? isRegistered, choose] as const;
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
  return isHere ? null : (
    <p className="study-lost" role="status">
      {t("lost")}
    </p>
  );
}

function Keys() {
  const t = useTranslations("imaging");
  const { tool } = useStudy();
  if (!isViewTool(tool)) return <p className="study-keys">{t("placing")}</p>;
  return (
    <details className="study-keys">
      <summary>{t("keys")}</summary>
      {t("keyList")}
    </details>
  );
}
