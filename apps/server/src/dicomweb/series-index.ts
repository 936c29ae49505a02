import type { FiledInstance, SeriesIndex } from "@consilium/interchange";

/** What was sealed as the index of a series. The type is the writer's word: see `unsealValue`. */
export const seriesIndexIn = (index: unknown): SeriesIndex =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  index as SeriesIndex;

export const instancesIn = (index: unknown): readonly FiledInstance[] => seriesIndexIn(index).instances;
