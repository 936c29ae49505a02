import type { LaboratorySeries, RecordOf, ReferenceRange } from "@consilium/clinical";
import { lazy, Suspense, useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { hasLine } from "../trend/trend-choice.ts";
import { needsUnits, sameUnitOnly, trendsOf } from "../trend/trends.ts";
import { type LaboratoryPanel, panelsOf, pointsOn } from "./laboratory-panels.ts";
import { LaboratoryValue } from "./laboratory-value.tsx";
import { dateWords } from "./record-words.ts";

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
    <tr data-series={series.id}>
      <th scope="row">
        {series.title}
        {series.unit && <small>{series.unit.text}</small>}
      </th>
      <td className="num">{range && <RangeWords range={range} />}</td>
      {days.map((day) => (
        <td key={day} className="num">
          {pointsOn(series, day).map((point) => (
            <LaboratoryValue key={point.id} point={point} series={series} />
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
