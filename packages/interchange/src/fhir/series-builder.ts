import {
  codeSystems,
  type ClinicalRecord,
  compareNewestFirst,
  comparePartialDates,
  type Concept,
  type LaboratoryPoint,
  type LaboratorySeries,
  type Unit,
} from "@consilium/clinical";
import { loincOf } from "./concept.ts";
import { groupTitles, type ObservationGroup, observationGroups } from "./observation-groups.ts";
import type { Reading } from "./reading.ts";
import { recordHeading } from "./record-heading.ts";

interface Addition {
  readonly group: ObservationGroup;
  readonly panel: string | null;
  readonly concept: Concept;
  readonly unit: Unit | null;
  readonly method: string | null;
  readonly point: LaboratoryPoint;
}

interface Draft extends Omit<Addition, "point"> {
  readonly points: LaboratoryPoint[];
}

const byDate = (left: LaboratoryPoint, right: LaboratoryPoint): number =>
  left.date === null || right.date === null
    ? Number(left.date === null) - Number(right.date === null)
    : comparePartialDates(left.date, right.date);

/** One series for one code in one unit: values in other units, or without one, are never drawn on the same line. */
export class SeriesBuilder {
  private readonly drafts = new Map<string, Draft>();
  private readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  add({ point, ...addition }: Addition): void {
    const { concept, unit } = addition;
    const [first] = concept.codings;
    const code =
      loincOf(concept.codings) ?? (first ? `${first.system}|${first.code}` : concept.text.toLowerCase());
    // A value in words has no unit; it belongs to the numbers of its code only if they have none either.
    const key = JSON.stringify([addition.group, code, unit?.ucum ?? unit?.text ?? ""]);
    const draft = this.drafts.get(key);
    if (draft === undefined) this.drafts.set(key, { ...addition, points: [point] });
    else draft.points.push(point);
  }

  records(): readonly ClinicalRecord[] {
    return observationGroups.flatMap((group) => {
      const drafts = Array.from(this.drafts.values()).filter((draft) => draft.group === group);
      return drafts.length === 0 ? [] : [this.recordOf(group, drafts)];
    });
  }

  private recordOf(group: ObservationGroup, drafts: readonly Draft[]): ClinicalRecord {
    const series = drafts.map((draft) => this.seriesOf(draft)).toSorted(compareSeries);
    const { title, loinc } = groupTitles[group];
    const dates = series.flatMap(({ points }) => points.map(({ date }) => date)).toSorted(compareNewestFirst);
    const code =
      loinc === null
        ? null
        : { text: title, codings: [{ system: codeSystems.loinc, code: loinc, display: null }] };
    return {
      ...recordHeading(this.reading, { title, date: dates[0] ?? null, code }),
      kind: "laboratory",
      content: { series },
    };
  }

  private seriesOf({ concept, unit, panel, method, points }: Draft): LaboratorySeries {
    return {
      id: this.reading.createId(),
      title: concept.text,
      codings: concept.codings,
      unit,
      group: panel,
      method,
      points: points.toSorted(byDate),
    };
  }
}

/** Blood pressure is said systolic first, in whatever order the file has it. */
const rank = (series: LaboratorySeries): number => Number(loincOf(series.codings) === "8462-4");

/** Panels stay together, single values last; inside a panel in the order of the file (the sort is stable). */
function compareSeries(left: LaboratorySeries, right: LaboratorySeries): number {
  if (left.group === right.group) return rank(left) - rank(right);
  if (left.group === null || right.group === null)
    return Number(left.group === null) - Number(right.group === null);
  return left.group < right.group ? -1 : 1;
}
