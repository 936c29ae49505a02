import "../imaging/imaging.css";
import "./slide.css";
import { useEffect, useMemo, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useFollowed } from "../drawn/looking-together.ts";
import type { OthersPointer } from "../drawn/pointer-layer.tsx";
import { sketched } from "../drawn/sketch.ts";
import { usePointing } from "../drawn/use-pointing.ts";
import { useViewerKeys } from "../drawn/use-viewer-keys.ts";
import { ViewingList } from "../drawn/viewing-list.tsx";
import { ReportedPlaces } from "../record/reported-places.tsx";
import { useLatest } from "../thread/use-latest.ts";
import { type OpenSlide, SlideContext, useSlide } from "./slide-context.ts";
import { slideAct } from "./slide-keys.ts";
import { SlideMarksList } from "./slide-marks-list.tsx";
import { SlidePane } from "./slide-pane.tsx";
import { boxAround, boxOfPlace, drawingOf, drawingOfBox } from "./slide-place.ts";
import { SlideToolbar } from "./slide-toolbar.tsx";
import type { SlideState, SlideViewport } from "./slide-viewport.ts";
import { useDrafts, useShownMarks } from "./use-shown-marks.ts";
import { useSlideActs } from "./use-slide-acts.ts";
import { useSlideDrawing } from "./use-slide-drawing.ts";
import { useSlideRoom } from "./use-slide-room.ts";
import { type SlideViewing, useShowSight, useSlideViewings } from "./use-slide-viewing.ts";
import { useSlideState, useSlideViewport } from "./use-slide-viewport.ts";
import { useSlideWheel } from "./use-slide-wheel.ts";

/** A scanned slide: seen at any size, measured, and marked together. */
export function SlideView({ record }: { readonly record: OpenSlide }) {
  const t = useTranslations("slide");
  const room = useSlideRoom(record);
  return (
    <section className="study" data-box aria-label={t("box")}>
      <SlideContext value={room}>
        <OpenSlideView />
      </SlideContext>
      <p className="study-purpose">
        <Purpose record={record} />
      </p>
    </section>
  );
}

function Purpose({ record: { content } }: { readonly record: OpenSlide }) {
  const t = useTranslations("slide");
  const imaging = useTranslations("imaging");
  const format = useFormatter();
  const { micrometres, objective } = content;
  const scale = micrometres === null ? null : format.number(micrometres, { maximumFractionDigits: 3 });
  const words = [
    imaging("notPrimary"),
    scale === null
      ? t("unscaled")
      : objective === null
        ? t("scannedPlain", { scale })
        : t("scanned", { scale, objective }),
  ];
  return words.join(" ");
}

function OpenSlideView() {
  const { slide, reported } = useSlide();
  const box = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  const { place, viewport } = useSlideViewport(slide);
  const state = useSlideState(viewport);
  const follow = useFollowing(slide.id, viewport, state);
  const shown = useShownMarks();
  const drawing = useSlideDrawing({ viewport, surface, shown, onMove: follow.stop });
  const act = useSlideActs({ viewport, drawing, onMove: follow.stop });
  useSlideWheel(surface, viewport, follow.stop);
  useWanted(viewport, state);
  useViewerKeys(box, (event) => {
    const asked = slideAct(event, drawing.cursor !== undefined);
    return asked !== undefined && act(asked);
  });
  const sketch = useMemo(() => drawing.sketch && sketched(drawing.sketch), [drawing.sketch]);
  useShowSight(slide.id, state?.sight, sketch);
  usePointing(surface, state?.affine);
  const marks = [...shown, ...useDrafts(follow.viewings, sketch)];
  const { cursor } = drawing;
  return (
    <div className="study-open" ref={box}>
      <SlideToolbar state={state} act={act} />
      <SlidePane
        viewport={viewport}
        state={state}
        marks={marks}
        cursor={cursor}
        pointers={pointersOf(follow.viewings)}
        place={place}
        onSurface={setSurface}
      />
      <FollowList {...follow} />
      <ReportedPlaces {...reported} canLetGo />
      <SlideMarksList />
      <Keys />
    </div>
  );
}

/** Who else looks at this slide; following ends when one moves by oneself. */
function useFollowing(record: string, viewport: SlideViewport | undefined, state: SlideState | undefined) {
  const viewings = useSlideViewings(record);
  const [following, setFollowing] = useFollowed();
  const followed = viewings.find(({ person }) => person.seat === following);
  const { sight } = followed ?? {};
  const [x, y] = sight?.centre ?? [];
  const { width, degrees } = sight ?? {};
  const isShown = state?.isShown ?? false;
  useEffect(() => {
    if (!viewport || !isShown || x === undefined || y === undefined) return;
    if (width !== undefined && degrees !== undefined) viewport.show({ centre: [x, y], width, degrees });
  }, [viewport, isShown, x, y, width, degrees]);
  const stop = useLatest(() => {
    if (following !== undefined) setFollowing(undefined);
  });
  return { viewings, following, onFollow: setFollowing, stop: () => stop.current() };
}

const pointersOf = (viewings: readonly SlideViewing[]): readonly OthersPointer[] =>
  viewings.flatMap(({ person, pointer }) =>
    pointer ? [{ seat: person.seat, person, at: [pointer.x, pointer.y] }] : [],
  );

interface FollowListProps {
  readonly viewings: readonly SlideViewing[];
  readonly following: string | undefined;
  readonly onFollow: (seat: string | undefined) => void;
}

function FollowList({ viewings, following, onFollow }: FollowListProps) {
  const t = useTranslations("slide");
  return (
    <ViewingList
      viewings={viewings.map(({ person }) => ({ person, words: t("looksAt", { name: person.name }) }))}
      following={following}
      onFollow={onFollow}
    />
  );
}

/** The mark of a thread that is opened, and the place of a link, come into sight; what only changes moves nothing. */
function useWanted(viewport: SlideViewport | undefined, state: SlideState | undefined): void {
  const { lit, wanted, marks, reported } = useSlide();
  const openId = marks.all.find(({ isOpen }) => isOpen)?.id;
  const isShown = state?.isShown ?? false;
  const { looked } = reported;
  const latest = useLatest({ wanted });
  useEffect(() => {
    const { wanted: anchor } = latest.current;
    if (isShown && openId !== undefined && anchor) viewport?.fit(boxAround(drawingOf(anchor)));
  }, [viewport, isShown, openId, latest]);
  useEffect(() => {
    if (isShown && lit) viewport?.fit(boxAround(drawingOf(lit)));
  }, [viewport, isShown, lit]);
  useEffect(() => {
    const box = looked && boxOfPlace(looked.place);
    if (isShown && box) viewport?.fit(boxAround(drawingOfBox(box)));
  }, [viewport, isShown, looked]);
}

function Keys() {
  const t = useTranslations("slide");
  const imaging = useTranslations("imaging");
  const { tool } = useSlide();
  if (tool !== "pan") return <p className="study-keys">{imaging("placing")}</p>;
  return (
    <details className="study-keys">
      <summary>{imaging("keys")}</summary>
      {t("keyList")}
    </details>
  );
}
