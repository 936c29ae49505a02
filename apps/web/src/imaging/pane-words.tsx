import { orientationLetters } from "@consilium/workspace";
import { useFormatter, useTranslations } from "use-intl";
import type { Affine } from "../drawn/affine.ts";
import type { ImagePlane } from "./image-plane.ts";
import type { ViewState } from "./image-viewport.ts";
import type { PixelSpacing } from "./pixel-spacing.ts";
import { scaleBar } from "./scale-bar.ts";
import { isLoop, type OpenSeries, type SeriesFrame } from "./series-frames.ts";
import { firstWindow } from "./use-viewport.ts";
import { nameOfWindow } from "./window-presets.ts";

export interface PaneWordsProps {
  readonly series: OpenSeries;
  readonly frame: SeriesFrame;
  readonly state: ViewState;
  /** Of the study: what the record is called. */
  readonly title: string;
}

/** The words at the edges of a picture: whose it is, what it is, how it is seen. */
export function PaneWords({ series, frame, state, title }: PaneWordsProps) {
  const t = useTranslations("imaging");
  const { words } = series;
  const date = useStudyDate(series.date);
  const lines = [
    [words.patient, words.patientId].filter((part) => part !== "").join(" · "),
    [date, words.institution].filter((part) => part !== "").join(", "),
    [words.number === "" ? "" : t("seriesNumber", { number: words.number }), words.description]
      .filter((part) => part !== "")
      .join(" · "),
  ].filter((line) => line !== "");
  return (
    <div className="pane-words">
      <div data-corner="start-top">
        <b dir="auto">{title}</b>
        {lines.map((line) => (
          <span key={line} dir="auto">
            {line}
          </span>
        ))}
      </div>
      <ViewWords series={series} state={state} />
      <div data-corner="start-bottom">
        <span>{useSliceWords(series, state.index)}</span>
      </div>
      {state.affine && <ScaleBar affine={state.affine} spacing={frame.spacing} width={state.size[0]} />}
      {state.affine && <Sides affine={state.affine} plane={frame.plane} />}
    </div>
  );
}

export function useSliceWords({ frames }: OpenSeries, index: number): string {
  const t = useTranslations("imaging");
  const place = { slice: index + 1, count: frames.length };
  return isLoop(frames) ? t("frameOf", place) : t("sliceOf", place);
}

function ViewWords({ series, state }: Pick<PaneWordsProps, "series" | "state">) {
  const t = useTranslations("imaging");
  const format = useFormatter();
  const { window, ownWindow, zoom } = state;
  const name = window && nameOfWindow(series.modality, window, firstWindow(series) ?? ownWindow);
  const whole = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  return (
    <div data-corner="end-top">
      {window && (
        <span>{t("windowValues", { width: whole(window.width), centre: whole(window.centre) })}</span>
      )}
      {name && <span>{t(`windowName.${name}`)}</span>}
      <span>{t("zoomed", { zoom: Math.round(zoom * 10) / 10 })}</span>
    </div>
  );
}

function useStudyDate(date: string): string {
  const format = useFormatter();
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(date) ?? [];
  if (!year || !month || !day) return "";
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return "";
  return format.dateTime(at, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
}

/** CSS pixels: the longest bar, and what of half a picture the letter and the slider take. */
const barRoom = { most: 120, beside: 66 } as const;

export interface ScaleBarProps {
  readonly affine: Affine;
  readonly spacing: PixelSpacing;
  /** Of the picture's element, CSS pixels. */
  readonly width: number;
}

export function ScaleBar({ affine, spacing, width }: ScaleBarProps) {
  const t = useTranslations("imaging");
  if (spacing.unit === "px") return null;
  const perPixel = spacing.column / Math.hypot(affine.a, affine.b);
  const bar = scaleBar(perPixel, Math.min(barRoom.most, width / 2 - barRoom.beside));
  if (!bar) return null;
  return (
    <div data-corner="end-bottom">
      <span>{t(`scaleBar.${spacing.unit}`, { length: bar.length })}</span>
      <svg className="scale-bar" width={bar.pixels} height="8" aria-hidden>
        <path d={`M0.5 0v8M0.5 4h${bar.pixels - 1}M${bar.pixels - 0.5} 0v8`} />
      </svg>
    </div>
  );
}

const edges = [
  ["right", 1, 0],
  ["left", -1, 0],
  ["bottom", 0, 1],
  ["top", 0, -1],
] as const;

interface SidesProps {
  readonly affine: Affine;
  readonly plane: ImagePlane | undefined;
}

/** Toward which side of the patient each edge lies, however the picture is turned. */
export function Sides({ affine, plane }: SidesProps) {
  if (!plane) return null;
  const { a, b, c, d } = affine;
  const size = a * d - b * c;
  return edges.map(([edge, right, down]) => {
    // From the screen back to pixels, from pixels to the patient.
    const along = ((d * right - c * down) / size) * plane.spacing.column;
    const below = ((a * down - b * right) / size) * plane.spacing.row;
    const direction = [0, 1, 2].map(
      (axis) => (plane.alongRow[axis] ?? 0) * along + (plane.downColumn[axis] ?? 0) * below,
    );
    const length = Math.hypot(...direction);
    const [x = 0, y = 0, z = 0] = direction.map((part) => part / length);
    return (
      <span key={edge} className="pane-side" data-edge={edge} translate="no">
        {orientationLetters([x, y, z])}
      </span>
    );
  });
}
