import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { MarkLayer, type ShownMark } from "../drawn/mark-layer.tsx";
import { type OthersPointer, PointerLayer } from "../drawn/pointer-layer.tsx";
import { sketched } from "../drawn/sketch.ts";
import { usePointing } from "../drawn/use-pointing.ts";
import { authorIn } from "../thread/author-in.ts";
import type { ImagePaneProps } from "./image-pane.tsx";
import type { ImageViewport, ViewState } from "./image-viewport.ts";
import { indexOfAnchor } from "./mark-anchor.ts";
import { OverlayLayer } from "./overlay-layer.tsx";
import { PaneWords, useSliceWords } from "./pane-words.tsx";
import { isLoop, type OpenSeries, type SeriesFrame } from "./series-frames.ts";
import { sideBoxes } from "./side-boxes.ts";
import { SliceSlider } from "./slice-slider.tsx";
import { useStudy } from "./study-context.ts";
import { useDrawing } from "./use-drawing.ts";
import { usePaneHandle } from "./use-pane-handle.ts";
import { type PlacedMark, usePlacedMarks, useSays, useShownMarks } from "./use-pane-marks.ts";
import { useFollowedLook, viewOfState } from "./use-stack-look.ts";
import { useShowPicture, useViewings, type Viewing } from "./use-viewing.ts";
import { useShownSeries, useViewport, useViewState } from "./use-viewport.ts";
import { useWheel } from "./use-wheel.ts";

export interface OpenPaneProps extends Omit<ImagePaneProps, "series"> {
  readonly series: OpenSeries;
}

export function OpenPane(props: OpenPaneProps) {
  const t = useTranslations("imaging");
  const { slot, study, series, isActive, onActivate, wanted, lastLook, look } = props;
  const { place, viewport } = useViewport();
  useShownSeries(viewport, series, firstIndex(series, wanted), lastLook);
  useWanted(viewport, series, wanted);
  const state = useViewState(viewport);
  useFollowedLook(viewport, state?.isShown ?? false, look);
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  useActivation(surface, slot, onActivate);
  const sliceWords = useSliceWords(series, state?.index ?? 0);
  const frame = series.frames[state?.index ?? 0];
  const { tool } = useStudy();
  return (
    <section className="image-pane" aria-label={t(slot)} data-active={isActive || undefined}>
      <div className="pane-picture" ref={place} />
      <div
        className="pane-surface"
        ref={setSurface}
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Its keys are those of look.md, and the list below has the marks.
        tabIndex={0}
        data-surface={slot}
        data-fingers={tool === "window" ? "page" : undefined}
        aria-label={`${study.title}, ${sliceWords}`}
      />
      {state && frame && (
        <OnPicture {...props} viewport={viewport} state={state} frame={frame} surface={surface} />
      )}
    </section>
  );
}

/** The picture that was touched last is the one that tools act on. */
function useActivation(
  surface: HTMLElement | null,
  slot: OpenPaneProps["slot"],
  onActivate: OpenPaneProps["onActivate"],
): void {
  useEffect(() => {
    const activate = () => onActivate(slot);
    surface?.addEventListener("focus", activate);
    surface?.addEventListener("pointerdown", activate);
    return () => {
      surface?.removeEventListener("focus", activate);
      surface?.removeEventListener("pointerdown", activate);
    };
  }, [surface, slot, onActivate]);
}

interface OnPictureProps extends OpenPaneProps {
  readonly viewport: ImageViewport | undefined;
  readonly state: ViewState;
  readonly frame: SeriesFrame;
  readonly surface: HTMLElement | null;
}

function OnPicture(props: OnPictureProps) {
  const { slot, study, series, viewport, state, frame, onScroll } = props;
  const placed = usePlacedMarks(series);
  const marks = useDrawnHere(props, placed);
  const words = useSliceWords(series, state.index);
  const isLost = isLostIn(props);
  const affine = state.isShown ? state.affine : undefined;
  usePointing(props.surface, affine);
  const go = (index: number) => {
    onScroll(slot);
    viewport?.go(index);
  };
  const ticks = placed.map(({ mark, index }) => ({ id: mark.id, index, colour: mark.author.colour }));
  return (
    <>
      <OverlayLayer series={series} frame={frame} affine={affine} />
      {affine && <MarkLayer affine={affine} size={state.size} taken={sideBoxes(state.size)} {...marks} />}
      <PointerLayer affine={affine} pointers={usePointersOn(study.id, series, frame)} />
      <PaneWords series={series} frame={frame} state={state} title={study.title} />
      <PaneStatus state={state} viewport={viewport} />
      <SpacingNotice frame={frame} isLost={isLost} />
      <SliceSlider index={state.index} count={series.frames.length} words={words} onGo={go} ticks={ticks} />
    </>
  );
}

/** Draws here, shows it to the others, and gives what is to be seen. */
function useDrawnHere(props: OnPictureProps, placed: readonly PlacedMark[]) {
  const { slot, study, series, viewport, state, frame, surface, onHandle, onScroll, isActive } = props;
  const shown = useShownMarks({ placed, state, frame, viewport }, series);
  const step = useCallback(
    (by: number) => {
      onScroll(slot);
      viewport?.step(by);
    },
    [viewport, slot, onScroll],
  );
  useWheel(surface, viewport, step);
  const record = study.id;
  const drawing = useDrawing({ record, series, viewport, surface, shown, placedMarks: placed, step });
  usePaneHandle({ slot, study, series, viewport, placed, drawing, step, onHandle });
  const sketch = useMemo(() => drawing.sketch && sketched(drawing.sketch), [drawing.sketch]);
  useShowPicture(record, isActive ? series.series : undefined, frame, {
    draft: sketch,
    // For those who are told where this is, and have not opened the series.
    view: { ...viewOfState(state), slice: state.index + 1 },
  });
  const drafts = useDrafts({ record, series, frame, viewport }, sketch);
  return { marks: [...shown, ...drafts], cursor: drawing.cursor };
}

const isLostIn = ({ series, wanted }: OpenPaneProps): boolean =>
  wanted?.series === series.series && indexOfAnchor(series, wanted) < 0;

interface DraftsOn {
  readonly record: string;
  readonly series: OpenSeries;
  readonly frame: SeriesFrame;
  readonly viewport: ImageViewport | undefined;
}

/** What is being drawn here, by this seat and by others who look at the same picture. */
function useDrafts(
  { record, series: { series }, frame, viewport }: DraftsOn,
  own: ShownMark["drawing"] | undefined,
): readonly ShownMark[] {
  const { detail, people } = useCase();
  const says = useSays(viewport);
  const theirs = useViewings(record).flatMap((viewing): ShownMark[] =>
    viewing.draft && isOn(viewing, series, frame)
      ? [
          {
            id: `draft ${viewing.person.seat}`,
            drawing: viewing.draft,
            author: viewing.person,
            label: "",
            look: "draft",
            isOpen: false,
          },
        ]
      : [],
  );
  if (!own) return theirs;
  const label = says(own, frame) ?? "";
  return [
    ...theirs,
    {
      id: "draft",
      drawing: own,
      author: authorIn(people, detail.seat.id),
      label,
      look: "draft",
      isOpen: true,
    },
  ];
}

const isOn = (viewing: Viewing, series: string, { instance, frame }: SeriesFrame): boolean =>
  viewing.series === series && viewing.instance === instance && viewing.frame === frame;

function usePointersOn(record: string, { series }: OpenSeries, frame: SeriesFrame): readonly OthersPointer[] {
  return useViewings(record).flatMap((viewing) =>
    viewing.pointer && isOn(viewing, series, frame)
      ? [{ seat: viewing.person.seat, person: viewing.person, at: [viewing.pointer.x, viewing.pointer.y] }]
      : [],
  );
}

/** A stack in the middle, a loop at its beginning, or at the picture that is wanted. */
function firstIndex(series: OpenSeries, wanted: OpenPaneProps["wanted"]): number {
  const index = wanted ? indexOfAnchor(series, wanted) : -1;
  if (index >= 0) return index;
  return isLoop(series.frames) ? 0 : Math.floor((series.frames.length - 1) / 2);
}

function useWanted(
  viewport: ImageViewport | undefined,
  series: OpenSeries,
  wanted: OpenPaneProps["wanted"],
): void {
  useEffect(() => {
    const index = wanted ? indexOfAnchor(series, wanted) : -1;
    if (index >= 0) viewport?.go(index);
  }, [viewport, series, wanted]);
}

function PaneStatus({
  state,
  viewport,
}: {
  readonly state: ViewState;
  readonly viewport: ImageViewport | undefined;
}) {
  const t = useTranslations("imaging");
  if (state.hasFailed) {
    return (
      <div className="pane-failed" role="alert">
        <p>{t("sliceFailed")}</p>
        <Button size="small" onClick={() => void viewport?.retry()}>
          {t("again")}
        </Button>
      </div>
    );
  }
  return state.isShown ? null : (
    <div className="pane-loading">
      <SkeletonAfter />
      <span className="visually-hidden">{t("loading")}</span>
    </div>
  );
}

/** Why lengths are not millimetres in the patient; why nothing can be drawn. */
function SpacingNotice({ frame, isLost }: { readonly frame: SeriesFrame; readonly isLost: boolean }) {
  const t = useTranslations("imaging");
  const { marks } = useStudy();
  const { unit } = frame.spacing;
  const hasScale = frame.regions.some(({ scale }) => scale !== undefined);
  const words = [
    ...(isLost ? [t("lost")] : []),
    ...(unit === "px" ? [t(hasScale ? "spacingInRegions" : "noSpacing")] : []),
    ...(unit === "mm-at-detector" ? [t("atDetector")] : []),
    ...(frame.sha256 === undefined && marks.drawing ? [t("notAnchored")] : []),
  ];
  if (words.length === 0) return null;
  return <p className="pane-spacing">{words.join(" ")}</p>;
}
