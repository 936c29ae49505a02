import {
  codeSystems,
  type Comparator,
  type LaboratoryPoint,
  type LaboratorySeries,
  valueText,
} from "@consilium/clinical";
import { drawnAt } from "./moments.ts";

/** A number in another unit: to draw, and in words with the digits of what was written. Undefined: it cannot be. */
export type Convert = (
  written: string,
  from: string,
  to: string,
) => { readonly number: number; readonly text: string } | undefined;

/** A value that is drawn. All numbers are in the unit of the trend. */
export interface TrendPoint {
  /** As it is filed. */
  readonly point: LaboratoryPoint;
  readonly series: LaboratorySeries;
  /** Seconds since 1970. */
  readonly at: number;
  readonly value: number;
  /** `<5` is drawn at 5 as "below", never as 5. */
  readonly comparator: Comparator | null;
  readonly text: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly isConverted: boolean;
}

export interface LeftOut {
  readonly point: LaboratoryPoint;
  readonly series: LaboratorySeries;
  readonly because: "not-a-number" | "undated";
}

/** One analyte over time, in one unit. */
export interface Trend {
  /** Of the series whose unit it has. */
  readonly id: string;
  readonly title: string;
  /** As people write it; undefined where the source gave none. */
  readonly unit: string | undefined;
  readonly points: readonly TrendPoint[];
  readonly leftOut: readonly LeftOut[];
}

/** Without the library of units: what has the same unit already. */
export const sameUnitOnly: Convert = (written, from, to) =>
  from === to ? { number: Number(written), text: written } : undefined;

/**
 * Series of one LOINC code and one method are one analyte. They are one trend where all of their units convert into that of
 * the longest; else each is a trend of its own.
 */
export function trendsOf(series: readonly LaboratorySeries[], convert: Convert): readonly Trend[] {
  return [...analytesOf(series)].flatMap((members) => {
    const main = longest(members);
    const { joined, apart } = splitBy(members, main, convert);
    return [trendOf(main, joined, convert), ...apart.flatMap((one) => trendsOf([one], convert))];
  });
}

/** Whether the library of units has anything to say of these. */
export const needsUnits = (series: readonly LaboratorySeries[]): boolean =>
  analytesOf(series).some((members) => new Set(members.map(({ unit }) => unit?.ucum)).size > 1);

function analytesOf(series: readonly LaboratorySeries[]): readonly (readonly LaboratorySeries[])[] {
  const analytes = Map.groupBy(series, (one) => {
    const loinc = one.codings.find(({ system }) => system === codeSystems.loinc)?.code;
    // A series without a code or a unit that machines know is compared with no other.
    return loinc && one.unit?.ucum ? `loinc ${loinc} ${one.method ?? ""}` : `series ${one.id}`;
  });
  return [...analytes.values()];
}

const longest = (members: readonly LaboratorySeries[]): LaboratorySeries => {
  const [first, ...others] = members;
  if (!first) throw new Error("An analyte has a series");
  return others.reduce((best, one) => (one.points.length > best.points.length ? one : best), first);
};

function splitBy(members: readonly LaboratorySeries[], main: LaboratorySeries, convert: Convert) {
  const joins = (one: LaboratorySeries) =>
    one === main ||
    (one.unit?.ucum && main.unit?.ucum && convert("1", one.unit.ucum, main.unit.ucum) !== undefined);
  return { joined: members.filter(joins), apart: members.filter((one) => !joins(one)) };
}

function trendOf(main: LaboratorySeries, members: readonly LaboratorySeries[], convert: Convert): Trend {
  const points: TrendPoint[] = [];
  const leftOut: LeftOut[] = [];
  for (const series of members)
    for (const point of series.points) {
      const drawn = pointOf(point, series, main, convert);
      if (typeof drawn === "string") leftOut.push({ point, series, because: drawn });
      else points.push(drawn);
    }
  return {
    id: main.id,
    title: main.title,
    unit: main.unit?.text,
    points: points.toSorted((one, other) => one.at - other.at),
    leftOut,
  };
}

function pointOf(
  point: LaboratoryPoint,
  series: LaboratorySeries,
  main: LaboratorySeries,
  convert: Convert,
): TrendPoint | LeftOut["because"] {
  const { value, date, range } = point;
  if (value.kind !== "quantity") return "not-a-number";
  if (date === null) return "undated";
  const from = series.unit?.ucum ?? "";
  const to = main.unit?.ucum ?? "";
  const here = (decimal: { readonly text: string } | null | undefined) =>
    decimal ? (from === to ? sameUnitOnly : convert)(decimal.text, from, to) : undefined;
  const number = here(value.value);
  if (!number) return "not-a-number";
  const isConverted = from !== to;
  return {
    point,
    series,
    at: drawnAt(date),
    value: number.number,
    comparator: value.comparator,
    text: isConverted ? `${value.comparator ?? ""}${number.text}` : valueText(value),
    low: here(range?.low)?.number ?? null,
    high: here(range?.high)?.number ?? null,
    isConverted,
  };
}
