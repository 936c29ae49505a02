import "./trend.css";
import type { LaboratorySeries } from "@consilium/clinical";
import { useMemo, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Segmented } from "../design/segmented.tsx";
import { useRecordMarks } from "../record/record-marks.ts";
import { dateWords, measured } from "../record/record-words.ts";
import type { Covered } from "./moments.ts";
import { type AxisKind, axisKinds, mayBeLog, plotOf, spanOf } from "./plot.ts";
import { TreatmentRows } from "./treatment-rows.tsx";
import { TrendCanvas } from "./trend-canvas.tsx";
import { firstChosen, hasLine, withChosen } from "./trend-choice.ts";
import { TrendPoints } from "./trend-points.tsx";
import { needsUnits, type Trend, trendsOf } from "./trends.ts";
import { useConvert } from "./use-convert.ts";
import { useElementWidth } from "./use-element-width.ts";

/** Laboratory values over time, with their references, and the treatments of the same days. */
export function TrendView({ series }: { readonly series: readonly LaboratorySeries[] }) {
  const t = useTranslations("trend");
  const { litValue, followed } = useRecordMarks();
  const convert = useConvert(needsUnits(series));
  const trends = useMemo(() => trendsOf(series, convert).filter(hasLine), [series, convert]);
  const [picked, setPicked] = useState<readonly string[]>();
  const [axis, setAxis] = useState<AxisKind>("linear");
  const own = picked ?? firstChosen(trends, litValue);
  const wanted = followed?.is === "trend" && trends.some(({ id }) => id === followed.series);
  // Another's chart is shown beside one's own as long as they are followed there.
  const chosen = wanted && !own.includes(followed.series) ? withChosen(own, followed.series) : own;
  const shown = trends.filter(({ id }) => chosen.includes(id));
  if (trends.length === 0) return null;
  return (
    <section className="trend" aria-label={t("title")}>
      <div className="trend-head">
        {trends.length > 1 && (
          <Choice trends={trends} chosen={chosen} onChoose={(id) => setPicked(withChosen(chosen, id))} />
        )}
        <Segmented
          label={t("scale")}
          options={axisKinds.map((value) => ({ value, label: t(`axis.${value}`) }))}
          value={axis}
          onChange={setAxis}
        />
      </div>
      <Charts trends={shown} axis={axis} />
    </section>
  );
}

interface ChoiceProps {
  readonly trends: readonly Trend[];
  readonly chosen: readonly string[];
  readonly onChoose: (id: string) => void;
}

function Choice({ trends, chosen, onChoose }: ChoiceProps) {
  const t = useTranslations("trend");
  return (
    <fieldset className="trend-choice">
      <legend>{t("shown")}</legend>
      {trends.map(({ id, title, unit }) => (
        <label key={id} title={unit}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => onChoose(id)} />
          {title}
        </label>
      ))}
    </fieldset>
  );
}

/** Pixels: of one chart alone, of each of several. */
const heights = { one: 280, several: 190 } as const;

function Charts({ trends, axis }: { readonly trends: readonly Trend[]; readonly axis: AxisKind }) {
  const t = useTranslations("trend");
  const room = useRef<HTMLDivElement>(null);
  const width = useElementWidth(room);
  // All of them over the same days.
  const span = useMemo(() => spanOf(trends.flatMap(({ points }) => points)), [trends]);
  const height = trends.length > 1 ? heights.several : heights.one;
  return (
    <div className="trend-charts" ref={room}>
      {!span && <p>{t("noneChosen")}</p>}
      {span &&
        width !== undefined &&
        trends.map((trend) => (
          <Chart key={trend.id} trend={trend} span={span} width={width} height={height} axis={axis} />
        ))}
      {span && width !== undefined && <TreatmentsUnder span={span} width={width} />}
    </div>
  );
}

function TreatmentsUnder({ span, width }: { readonly span: Covered; readonly width: number }) {
  const plot = useMemo(() => plotOf([], span, { width, height: 0 }, "linear"), [span, width]);
  return <TreatmentRows plot={plot} />;
}

interface ChartProps {
  readonly trend: Trend;
  readonly span: Covered;
  readonly width: number;
  readonly height: number;
  readonly axis: AxisKind;
}

function Chart({ trend, span, width, height, axis }: ChartProps) {
  const t = useTranslations("trend");
  const { title, unit, points } = trend;
  const plot = useMemo(
    () => plotOf(points, span, { width, height }, axis),
    [points, span, width, height, axis],
  );
  const reference = useReference(trend);
  return (
    <figure className="trend-chart" data-series={trend.id} aria-label={t("chart", { title })}>
      <figcaption>
        <b dir="auto">{title}</b> {unit && <span>{unit}</span>}
        {reference && <span className="trend-reference">{t("reference", { range: reference })}</span>}
      </figcaption>
      <div className="trend-plot" dir="ltr" style={{ height }}>
        <TrendCanvas trend={trend} plot={plot} />
        <TrendPoints trend={trend} plot={plot} />
      </div>
      {axis === "log" && !mayBeLog(points) && <p className="trend-note">{t("notLog", { title })}</p>}
      <LeftOutWords trend={trend} />
    </figure>
  );
}

/** The newest, in the unit that is drawn. */
function useReference({ points }: Trend): string | undefined {
  const t = useTranslations("trend");
  const format = useFormatter();
  const newest = points.findLast(({ low, high }) => low !== null || high !== null);
  if (!newest) return undefined;
  const { low, high } = newest;
  const exactly = (number: number) => format.number(number, { maximumSignificantDigits: 6 });
  if (low !== null && high !== null) return t("between", { low: exactly(low), high: exactly(high) });
  if (high !== null) return t("upTo", { high: exactly(high) });
  return low === null ? undefined : t("from", { low: exactly(low) });
}

function LeftOutWords({ trend: { leftOut } }: { readonly trend: Trend }) {
  const t = useTranslations("trend");
  const format = useFormatter();
  if (leftOut.length === 0) return null;
  return (
    <div className="trend-note">
      {t("notDrawn")}
      <ul>
        {leftOut.map(({ point, series, because }) => (
          <li key={point.id}>
            {[dateWords(format, point.date), measured(point, series.unit?.text), t(`because.${because}`)]
              .filter((part) => part !== "")
              .join(", ")}
          </li>
        ))}
      </ul>
    </div>
  );
}
