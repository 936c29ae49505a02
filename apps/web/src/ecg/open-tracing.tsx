import type { WaveformAnchor } from "@consilium/workspace";
import { useEffect, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { useViewerKeys } from "../drawn/use-viewer-keys.ts";
import { ViewingList } from "../drawn/viewing-list.tsx";
import { useLatest } from "../thread/use-latest.ts";
import { anchorIn, EcgContext, useEcg } from "./ecg-context.ts";
import { ecgAct } from "./ecg-keys.ts";
import { EcgPaper } from "./ecg-paper.tsx";
import { EcgToolbar } from "./ecg-toolbar.tsx";
import { TimeSlider } from "./time-slider.tsx";
import { MachineWords, TracingFacts } from "./tracing-facts.tsx";
import { TracingMarksList } from "./tracing-marks-list.tsx";
import { type Tracing, type TracingCurves, useCurves } from "./tracing-query.ts";
import { useEcgActs } from "./use-ecg-acts.ts";
import { type EcgPaper as Paper, useEcgPaper } from "./use-ecg-paper.ts";
import { type LookedPlace, useEcgRoom } from "./use-ecg-room.ts";
import { useEcgWheel } from "./use-ecg-wheel.ts";
import { useShownTracings, useTracingDrafts } from "./use-shown-tracings.ts";
import { useTracingDrawing } from "./use-tracing-drawing.ts";
import {
  useFollowing,
  useShowSight,
  useTracingViewings,
  type TracingViewing,
} from "./use-tracing-viewing.ts";
import { useWidth } from "./use-width.ts";

export interface OpenTracingProps {
  /** The record's id. */
  readonly record: string;
  readonly tracing: Tracing;
  readonly reported: LookedPlace;
}

export function OpenTracing({ record, tracing, reported }: OpenTracingProps) {
  const room = useEcgRoom(record, tracing, reported);
  return (
    <EcgContext value={room}>
      <LoadedTracing />
    </EcgContext>
  );
}

function LoadedTracing() {
  const t = useTranslations("ecg");
  const imaging = useTranslations("imaging");
  const { tracing, group } = useEcg();
  const { data: curves, isError, refetch } = useCurves(tracing, group);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const width = useWidth(element);
  return (
    <div className="study-open" ref={setElement}>
      {isError && (
        <div className="ecg-notice" role="alert">
          <p>{t("failed")}</p>
          <Button size="small" onClick={() => void refetch()}>
            {imaging("again")}
          </Button>
        </div>
      )}
      {!curves && !isError && <SkeletonAfter />}
      {curves && width > 0 && <TracingDesk curves={curves} width={width} />}
    </div>
  );
}

interface TracingDeskProps {
  readonly curves: TracingCurves;
  readonly width: number;
}

function TracingDesk({ curves, width }: TracingDeskProps) {
  const room = useEcg();
  const box = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  const paper = useEcgPaper(curves, width);
  const viewings = useTracingViewings(room.record);
  const { following, follow, stop } = useFollowing(viewings, paper);
  const shown = useShownTracings();
  const drawing = useTracingDrawing({ paper, surface, shown, onMove: stop });
  const act = useEcgActs({ paper, drawing, onMove: stop });
  useWanted(paper);
  useEcgWheel(surface, paper, stop);
  useViewerKeys(box, (event) => {
    const asked = ecgAct(event, drawing.cursor !== undefined);
    return asked !== undefined && act(asked);
  });
  const draft = drawing.sketch?.shape;
  useShowSight(room, paper.from, draft);
  const marks = [...shown, ...useTracingDrafts(viewings, draft)];
  return (
    <div ref={box}>
      <EcgToolbar paper={paper} act={act} />
      <TracingFacts paper={paper} curves={curves} />
      <EcgPaper paper={paper} curves={curves} marks={marks} cursor={drawing.cursor} surface={setSurface} />
      <TimeSlider paper={paper} onMove={stop} />
      <Others viewings={viewings} following={following} onFollow={follow} />
      <NotAnchored />
      <MachineWords />
      <TracingMarksList />
      <Keys />
    </div>
  );
}

/** The mark of a thread that is opened, and the place of a link, come into sight; what only changes moves nothing. */
function useWanted(paper: Paper): void {
  const { lit, wanted, marks, group, openGroup } = useEcg();
  const openId = marks.all.find(({ isOpen }) => isOpen)?.id;
  const latest = useLatest({ paper, group, openGroup, wanted });
  const { duration } = paper;
  useEffect(() => {
    const anchor = latest.current.wanted;
    if (openId !== undefined && anchor) latest.current.openGroup(anchor.group);
  }, [openId, latest]);
  useEffect(() => {
    if (lit) latest.current.openGroup(lit.group);
  }, [lit, latest]);
  // Once more when the curves of its group have come.
  useEffect(() => {
    if (openId !== undefined) bringIntoSight(latest.current, latest.current.wanted, duration);
  }, [openId, duration, latest]);
  useEffect(() => bringIntoSight(latest.current, lit, duration), [lit, duration, latest]);
}

function bringIntoSight(
  { paper, group }: { readonly paper: Paper; readonly group: number },
  anchor: WaveformAnchor | undefined,
  /** Of the curves that are there. */
  duration: number,
): void {
  if (!anchor?.mark || anchor.group !== group || anchor.mark.from > duration) return;
  if (isSeen(paper, anchor.mark)) return;
  paper.goTo(anchor.mark.from - paper.sheet.seen / 10);
}

/** In a strip of its lead: in rows of four leads each lead shows only its own part of the time. */
const isSeen = (
  { sheet }: Paper,
  { lead, from }: { readonly lead: string | null; readonly from: number },
): boolean =>
  sheet.strips.some(
    (strip) => (lead === null || strip.name === lead) && from >= strip.from && from <= strip.to,
  );

interface OthersProps {
  readonly viewings: readonly TracingViewing[];
  readonly following: string | undefined;
  readonly onFollow: (seat: string | undefined) => void;
}

function Others({ viewings, following, onFollow }: OthersProps) {
  const t = useTranslations("ecg");
  const format = useFormatter();
  const { tracing } = useEcg();
  const words = ({ person: { name }, sight }: TracingViewing) =>
    sight.instance === tracing.instance
      ? t("looksAt", { name, seconds: format.number(sight.from / 1000, { maximumFractionDigits: 1 }) })
      : t("looksElsewhere", { name });
  return (
    <ViewingList
      viewings={viewings.map((viewing) => ({ person: viewing.person, words: words(viewing) }))}
      following={following}
      onFollow={onFollow}
    />
  );
}

function NotAnchored() {
  const t = useTranslations("ecg");
  const room = useEcg();
  if (!room.marks.drawing || anchorIn(room, null)) return null;
  return <p className="study-lost">{t("notAnchored")}</p>;
}

function Keys() {
  const t = useTranslations("ecg");
  const imaging = useTranslations("imaging");
  const { tool } = useEcg();
  if (tool !== "pan") return <p className="study-keys">{t("placing")}</p>;
  return (
    <details className="study-keys">
      <summary>{imaging("keys")}</summary>
      {t("keyList")}
    </details>
  );
}
