import type { WaveformAnnotation } from "@consilium/clinical";
import type { DataSet } from "./data-set.ts";
import { dicomLimits } from "./dicom-limits.ts";
import { lineOf } from "./dicom-values.ts";

/** Characters of what is told. */
const longest = { name: 100, says: 500 } as const;

const meaningOf = (data: DataSet, tag: number): string => lineOf(data.item(tag), 0x00080104);

/** "402 ms". UCUM's "1" is no unit. */
function measuredIn(data: DataSet): string {
  const values = data.numbers(0x0040a30a).filter(Number.isFinite);
  const units = data.item(0x004008ea);
  const unit = lineOf(units, 0x00080100) || lineOf(units, 0x00080104);
  if (values.length === 0) return "";
  return [values.slice(0, 16).join(", "), ["1", "{unitless}"].includes(unit) ? "" : unit]
    .filter((part) => part !== "")
    .join(" ");
}

/** `numbers`: of a group, by its number in the file. Null: it speaks of a group that is left out. */
function annotationOf(data: DataSet, numbers: ReadonlyMap<number, number>): WaveformAnnotation | null {
  const name = meaningOf(data, 0x0040a043);
  const said = [measuredIn(data), meaningOf(data, 0x0040a168), lineOf(data, 0x00700006)];
  const says = said.find((words) => words !== "") ?? "";
  // Pairs of group and channel; channel 0 is all of them.
  const [named = 0] = data.numbers(0x0040a0b0);
  const group = named === 0 ? null : numbers.get(named);
  if (says === "" || group === undefined) return null;
  return {
    name: name.slice(0, longest.name).toWellFormed(),
    says: says.slice(0, longest.says).toWellFormed(),
    group,
  };
}

/** What the device wrote beside its curves (0040,B020). */
export const annotationsOf = (
  data: DataSet,
  numbers: ReadonlyMap<number, number>,
): readonly WaveformAnnotation[] =>
  data
    .items(0x0040b020)
    .slice(0, dicomLimits.waveformAnnotations)
    .map((item) => annotationOf(item, numbers))
    .filter((annotation) => annotation !== null);
