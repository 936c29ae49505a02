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
import { type Handles, usePanes } from "./use-panes.ts";
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
  const pane = panes.handles[panes.active] ?? panes.handles.left;
  const cine = useCine(pane?.viewport, pane?.series.rate);
  const act = useStudyActs({ study, panes, pane, cine });
  useStudyKeys({ box, pane, act });
  return (
    <StudyContext value={study}>
      <div className="study-open" ref={box}>
        <StudyToolbar
          pane={pane}
          cine={cine}
          isComparing={panes.right !== undefined}
          onCompare={panes.toggleCompare}
        />
        <SeriesStrip study={record} open={panes.left.series} onOpen={panes.openSeries} />
        <Comparing panes={panes} studies={studies} />
        <LostPlace record={record} wanted={panes.wanted} />
        <Panes panes={panes} />
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

type PanesInUse = ReturnType<typeof usePanes>;

function Panes({ panes }: { readonly panes: PanesInUse }) {
  const { left, right, active, wanted } = panes;
  const common = {
    onActivate: panes.activate,
    onHandle: panes.keepHandle,
    onScroll: panes.stopFollowing,
  };
  return (
    <div className="study-panes">
      <ImagePane
        {...common}
        {...left}
        slot="left"
        wanted={wantedIn(left.study, wanted)}
        isActive={active === "left"}
      />
      {right && (
        <ImagePane
          {...common}
          {...right}
          slot="right"
          wanted={wantedIn(right.study, wanted)}
          isActive={active === "right"}
        />
      )}
    </div>
  );
}

interface ComparingProps {
  readonly panes: PanesInUse;
  readonly studies: readonly OpenStudy[];
}

function Comparing({ panes: { handles, right, compareWith }, studies }: ComparingProps) {
  const [isLinked, link] = useLink(handles);
  useLinkedScroll(handles.left, right && handles.right, isLinked);
  if (!right) return null;
  return (
    <CompareBar
      studies={studies}
      right={right}
      onChoose={compareWith}
      panes={[handles.left, handles.right]}
      isLinked={isLinked}
      onLink={link}
    />
  );
}

const wantedIn = ({ id }: OpenStudy, wanted: ImageAnchor | undefined): ImageAnchor | undefined =>
  wanted?.record === id ? wanted : undefined;

/** Linked where both are registered, until somebody says otherwise; elsewhere only when somebody asks. */
function useLink({ left, right }: Handles) {
  const isRegistered = left && right ? areRegistered(left, right) : false;
  const [chosen, choose] = useState({ isRegistered, isLinked: isRegistered });
  const isLinked = chosen.isRegistered === isRegistered ? chosen.isLinked : isRegistered;
  return [isLinked, (linked: boolean) => choose({ isRegistered, isLinked: linked })] as const;
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
