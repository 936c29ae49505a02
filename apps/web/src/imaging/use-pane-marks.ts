import type { ImageAnchor } from "@consilium/workspace";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Drawing } from "../drawn/drawing.ts";
import type { ShownMark } from "../drawn/mark-layer.tsx";
import type { ImageViewport, ViewState } from "./image-viewport.ts";
import { drawingOfMark, indexOfAnchor } from "./mark-anchor.ts";
import { spacingOfMark } from "./mark-spacing.ts";
import { useMeasureWords } from "./mark-words.ts";
import { measure } from "./measure.ts";
import { statisticsOf } from "./pixel-statistics.ts";
import type { OpenSeries, SeriesFrame } from "./series-frames.ts";
import { useStudy } from "./study-context.ts";
import type { StudyMark } from "./use-marks.ts";

/** A mark of one series, at its slice. */
export interface PlacedMark {
  readonly mark: StudyMark;
  readonly index: number;
}

/** Marks of the series in the order of its slices. By UIDs: a study that was filed anew keeps what was drawn on it. */
export function usePlacedMarks(series: OpenSeries): readonly PlacedMark[] {
  const { marks } = useStudy();
  return useMemo(
    () =>
      marks.all
        .map((mark) => ({ mark, index: indexOfAnchor(series, mark.anchor) }))
        .filter(({ index }) => index >= 0)
        .toSorted((one, other) => one.index - other.index),
    [marks.all, series],
  );
}

/** What this seat made a key image of the picture at `index` with. */
export const ownKeyImage = (placed: readonly PlacedMark[], index: number): StudyMark | undefined =>
  placed.find(({ mark, index: at }) => at === index && mark.anchor.mark === null && mark.isOwn)?.mark;

/** Words for what is drawn on the picture on screen, computed from its own pixels. */
export function useSays(viewport: ImageViewport | undefined) {
  const t = useTranslations("imaging");
  const words = useMeasureWords();
  return (drawing: Drawing, frame: SeriesFrame): string | null => {
    const grid = viewport?.grid();
    const { spacing, why } = spacingOfMark(frame, drawing);
    const measured = measure(drawing, spacing, grid && statisticsOf(drawing, grid));
    const said = words(measured);
    return why && said !== null && measured && "unit" in measured
      ? t("inPixels", { said, why: t(`pixelsBecause.${why}`) })
      : said;
  };
}

export interface MarksOnPicture {
  readonly placed: readonly PlacedMark[];
  readonly state: ViewState;
  readonly frame: SeriesFrame;
  readonly viewport: ImageViewport | undefined;
}

/** What is drawn on the picture on screen: the marks on it, and the place of the link that was followed. */
export function useShownMarks(
  { placed, state, frame, viewport }: MarksOnPicture,
  series: OpenSeries,
): readonly ShownMark[] {
  const t = useTranslations("imaging");
  const { lit } = useStudy();
  const says = useSays(viewport);
  if (!state.isShown) return [];
  const shown = placed.flatMap(({ mark, index }): ShownMark[] => {
    const drawing =
      index === state.index && mark.anchor.mark ? drawingOfMark(mark.anchor.mark, frame) : undefined;
    if (!drawing || !mark.anchor.mark) return [];
    // In the author's unit; computed anew where this viewer has the same.
    const isSameUnit = mark.anchor.mark.unit === spacingOfMark(frame, drawing).spacing.unit;
    const measured = (isSameUnit ? says(drawing, frame) : undefined) ?? mark.anchor.mark.says ?? "";
    const label = [mark.words, measured].filter((part) => part !== "").join(", ");
    return [
      {
        id: mark.id,
        drawing,
        author: mark.author,
        label,
        look: mark.isOwn ? "own" : "mark",
        isOpen: mark.isOpen,
      },
    ];
  });
  const litMark = lit && indexOfAnchor(series, lit) === state.index ? litOn(lit, frame, shown) : undefined;
  return litMark ? [...shown, { ...litMark, label: t("useAsEvidence") }] : shown;
}

/** Undefined where the mark that it points to is drawn anyway. */
function litOn(
  { mark }: ImageAnchor,
  frame: SeriesFrame,
  shown: readonly ShownMark[],
): ShownMark | undefined {
  const drawing = mark ? drawingOfMark(mark, frame) : undefined;
  if (!drawing || shown.some((one) => isSamePlace(one.drawing, drawing))) return undefined;
  const author = { name: "", initials: "", colour: "slate", side: "clinic" } as const;
  return { id: "lit", drawing, author, label: "", look: "lit", isOpen: true };
}

const isSamePlace = (one: Drawing, other: Drawing): boolean =>
  one.tool === other.tool &&
  one.points.length === other.points.length &&
  one.points.every(
    ([x, y], at) => Math.hypot(x - (other.points[at]?.[0] ?? 0), y - (other.points[at]?.[1] ?? 0)) < 0.1,
  );
