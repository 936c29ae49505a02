import {
  type LaboratoryPoint,
  type LaboratorySeries,
  type RecordOf,
  type ReferenceRange,
  valueText,
} from "@consilium/clinical";
import { lazy, Suspense, useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Glyph } from "../design/glyph.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { hasLine } from "../trend/trend-choice.ts";
import { needsUnits, sameUnitOnly, trendsOf } from "../trend/trends.ts";
import { type LaboratoryPanel, panelsOf, pointsOn, standingOf } from "./laboratory-panels.ts";
import { useRecordMarks } from "./record-marks.ts";
import { dateWords, measured } from "./record-words.ts";

/** It comes with the library that draws. */
const TrendView = lazy(async () => ({ default: (await import("../trend/trend-view.tsx")).TrendView }));

/** Laboratory values over time, and as tables, a panel each. Every value is a button: it can be commented and linked. */
export function LaboratoryView({ record }: { readonly record: RecordOf<"laboratory"> }) {
  const { series } = record.content;
  const panels = panelsOf(series);
  const hasTrend = useMemo(
    () => needsUnits(series) || trendsOf(series, sameUnitOnly).some(hasLine),
    [series],
  );
  return (
    <>
      {hasTrend && (
        <Suspense fallback={<SkeletonAfter />}>
          <TrendView series={series} />
        </Suspense>
      )}
      {panels.map((panel) => (
        <Panel key={panel.name ?? ""} panel={panel} isOnly={panels.length === 1} />
      ))}
    </>
  );
}

function Panel({ panel, isOnly }: { readonly panel: LaboratoryPanel; readonly isOnly: boolean }) {
  const t = useTranslations("record");
  const format = useFormatter();
  const name = panel.name ?? (isOnly ? t("allResults") : t("noPanel"));
  return (
    // A wide table scrolls by itself, by the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="record-table" aria-label={name} tabIndex={0}>
      <table className="laboratory">
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t("analyte")}</th>
            <th scope="col">{t("range")}</th>
            {panel.days.map((day) => (
              <th key={day} scope="col" className="num">
                {day === null ? t("undated") : dateWords(format, day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {panel.series.map((series) => (
            <Row key={series.id} series={series} days={panel.days} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  series,
  days,
}: {
  readonly series: LaboratorySeries;
  readonly days: LaboratoryPanel["days"];
}) {
  const range = series.points.findLast((point) => point.range !== null)?.range;
  return (
    <tr>
      <th scope="row">
        {series.title}
        {series.unit && <small>{series.unit.text}</small>}
      </th>
      <td className="num">{range && <RangeWords range={range} />}</td>
      {days.map((day) => (
        <td key={day} className="num">
          {pointsOn(series, day).map((point) => (
            <Value key={point.id} point={point} series={series} />
          ))}
        </td>
      ))}
    </tr>
  );
}

function RangeWords({ range }: { readonly range: ReferenceRange }) {
  const t = useTranslations("record");
  const { low, high, text } = range;
  if (low && high) return `${low.text}–${high.text}`;
  if (high) return t("upTo", { high: high.text });
  if (low) return t("from", { low: low.text });
  return text;
}

function Value({ point, series }: { readonly point: LaboratoryPoint; readonly series: LaboratorySeries }) {
  const format = useFormatter();
  const { chooseValue, chosenValue, litValue, threadsOnValue } = useRecordMarks();
  const threads = threadsOnValue.get(point.id) ?? [];
  const label = [series.title, measured(point, series.unit?.text), dateWords(format, point.date)]
    .filter((part) => part !== "")
    .join(", ");
  const said = useSaid(point, series, threads.length);
  const shown = (
    <>
      <span className="laboratory-value">{valueText(point.value)}</span>
      <StandingWords point={point} />
      {point.status && <small>{point.status}</small>}
      {threads.map(({ id, colour }) => (
        <span key={id} className="thread-dot" data-person={colour} />
      ))}
    </>
  );
  const look = {
    className: "laboratory-cell",
    "data-threads": threads.map(({ id }) => id).join(" ") || undefined,
    "data-lit": litValue === point.id || undefined,
  };
  if (!chooseValue) return <span {...look}>{shown}</span>;
  return (
    <button
      type="button"
      // By the Tab key one comes from value to value without the table's heads.
      aria-label={said}
      {...look}
      data-observation={point.id}
      aria-pressed={chosenValue === point.id}
      title={point.note ?? undefined}
      onClick={() => chooseValue(point.id, label)}
    >
      {shown}
    </button>
  );
}

/** Of a value, for who hears it alone. */
function useSaid(point: LaboratoryPoint, series: LaboratorySeries, comments: number): string {
  const t = useTranslations("record");
  const format = useFormatter();
  const standing = standingOf(point);
  // What is seen, in one piece: whoever speaks to the browser says what they see.
  const seen = [
    valueText(point.value),
    standing === "other" && (point.interpretation?.text || point.interpretation?.code),
    standing && standing !== "other" && standing !== "normal" && t(`standing.${standing}`),
    point.status,
  ];
  const said = [
    series.title,
    seen.filter(Boolean).join(" "),
    series.unit?.text,
    dateWords(format, point.date),
    comments > 0 && t("commentsHere", { count: comments }),
  ];
  return said.filter(Boolean).join(", ");
}

/** A word and a shape, never the colour alone. Normal is what is not said. */
function StandingWords({ point }: { readonly point: LaboratoryPoint }) {
  const t = useTranslations("record");
  const standing = standingOf(point);
  if (standing === undefined || standing === "normal") return null;
  if (standing === "other") return <small>{point.interpretation?.text || point.interpretation?.code}</small>;
  const isCritical = standing === "critical-high" || standing === "critical-low";
  return (
    <span className="laboratory-standing" data-critical={isCritical || undefined}>
      <Glyph name={isCritical ? "must" : "advice"} size={12} />
      {t(`standing.${standing}`)}
    </span>
  );
}
