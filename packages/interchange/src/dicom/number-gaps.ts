import type { SeriesGap } from "@consilium/clinical";
import type { DicomInstance } from "./dicom-instance.ts";

interface Shown {
  readonly instance: DicomInstance;
  readonly at: number;
}

/** CT and MR: each number is a slice. Elsewhere numbers are those of an examination, and what was deleted leaves gaps. */
const numbersSlices = new Set(["1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4"]);
/** Pictures from which their numbers may be taken for those of slices. */
const fewest = 10;
/** Of all steps: with more gaps the numbers mean something else. */
const mostGaps = 0.1;

/** Gaps in the numbers of slices that do not say where they lie, where otherwise each number follows the one before. */
export function numberGaps(members: readonly Shown[]): readonly SeriesGap[] {
  const numbered = members.flatMap(({ instance, at }) =>
    instance.instanceNumber !== null && numbersSlices.has(instance.sopClass)
      ? [{ number: instance.instanceNumber, at }]
      : [],
  );
  if (numbered.length < fewest || numbered.length < members.length) return [];
  const sorted = numbered.toSorted((left, right) => left.number - right.number);
  const gaps = sorted.slice(1).flatMap((next, index): readonly SeriesGap[] => {
    const one = sorted[index] ?? next;
    const missing = next.number - one.number - 1;
    return missing === 0 ? [] : [{ after: one.at, before: next.at, missing }];
  });
  const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  const areRepeated = gaps.some((gap) => gap.missing < 0);
  return areRepeated || gaps.length > mostGaps * sorted.length || missing > sorted.length ? [] : gaps;
}
