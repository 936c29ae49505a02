import type { ImageAnchor } from "@consilium/workspace";
import { type ReactNode, type RefObject, useState } from "react";
import { useTranslations } from "use-intl";
import { CompareBar } from "./compare-bar.tsx";
import { ImagePane } from "./image-pane.tsx";
import { MarksOfPane } from "./marks-list.tsx";
import type { PlanesInUse } from "./mpr/use-planes-open.ts";
import { SeriesStrip } from "./series-strip.tsx";
import type { OpenStudy } from "./study-choice.ts";
import { isViewTool, type Study, useStudy } from "./study-context.ts";
import { StudyToolbar } from "./study-toolbar.tsx";
import { useCine } from "./use-cine.ts";
import { areRegistered, useLinkedScroll } from "./use-linked-scroll.ts";
import type { Handles, usePanes } from "./use-panes.ts";
import { useStudyActs } from "./use-study-acts.ts";
import { useStudyKeys } from "./use-study-keys.ts";

type PanesInUse = ReturnType<typeof usePanes>;

export interface SlicesViewProps {
  readonly record: OpenStudy;
  readonly studies: readonly OpenStudy[];
  readonly study: Study;
  readonly panes: PanesInUse;
  readonly planes: PlanesInUse;
  readonly box: RefObject<HTMLElement | null>;
  /** Below the pictures. */
  readonly children: ReactNode;
}

/** One series of slices, or two side by side. */
export function SlicesView({ record, studies, study, panes, planes, box, children }: SlicesViewProps) {
  const pane = panes.handles[panes.active] ?? panes.handles.left;
  const cine = useCine(pane?.viewport, pane?.series.rate);
  const act = useStudyActs({ study, panes, pane, cine, openPlanes: planes.toggle });
  useStudyKeys({ box, pane, act });
  return (
    <>
      <StudyToolbar
        pane={pane}
        cine={cine}
        isComparing={panes.right !== undefined}
        onCompare={panes.toggleCompare}
        onPlanes={planes.toggle}
      />
      <SeriesStrip study={record} open={panes.left.series} onOpen={panes.openSeries} />
      <Comparing panes={panes} studies={studies} />
      <NoPlanes planes={planes} />
      <Panes panes={panes} />
      {children}
      {pane && <MarksOfPane pane={pane} />}
      <Keys />
    </>
  );
}

/** Why a series cannot be cut in other planes. */
function NoPlanes({ planes: { refusal } }: { readonly planes: PlanesInUse }) {
  const t = useTranslations("imaging");
  return refusal ? <output className="study-lost">{t(`noPlanes.${refusal}`)}</output> : null;
}

function Panes({ panes }: { readonly panes: PanesInUse }) {
  const { left, right, active, wanted, looked } = panes;
  const lookIn = (series: string) => (looked?.series === series ? looked.look : undefined);
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
        look={lookIn(left.series)}
        isActive={active === "left"}
      />
      {right && (
        <ImagePane
          {...common}
          {...right}
          slot="right"
          wanted={wantedIn(right.study, wanted)}
          look={lookIn(right.series)}
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
      studies={othersFirst(studies)}
      right={right}
      onChoose={compareWith}
      panes={[handles.left, handles.right]}
      isLinked={isLinked}
      onLink={link}
    />
  );
}

/** What is compared with is mostly another study: on a narrow screen the first of the strip is what is seen of it. */
const othersFirst = ([own, ...others]: readonly OpenStudy[]): readonly OpenStudy[] =>
  own ? [...others, own] : others;

/** Linked where both are registered, until somebody says otherwise; elsewhere only when somebody asks. */
function useLink({ left, right }: Handles) {
  const isRegistered = left && right ? areRegistered(left, right) : false;
  const [chosen, choose] = useState({ isRegistered, isLinked: isRegistered });
  const isLinked = chosen.isRegistered === isRegistered ? chosen.isLinked : isRegistered;
  return [isLinked, (linked: boolean) => choose({ isRegistered, isLinked: linked })] as const;
}

export const wantedIn = ({ id }: OpenStudy, wanted: ImageAnchor | undefined): ImageAnchor | undefined =>
  wanted?.record === id ? wanted : undefined;

function Keys() {
  const t = useTranslations("imaging");
  const { tool } = useStudy();
  if (!isViewTool(tool)) return <p className="study-keys">{t("placing")}</p>;
  return (
    <>
      {tool === "window" && <p className="study-fingers">{t("fingers")}</p>}
      <details className="study-keys">
        <summary>{t("keys")}</summary>
        {t("keyList")}
      </details>
    </>
  );
}
