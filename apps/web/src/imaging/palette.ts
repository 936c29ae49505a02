import { firstEntry, paletteLevels } from "@consilium/interchange/tables";
import { bulkBytes, type FetchBulk, hasBulk } from "./bulk-value.ts";
import { type DicomDataset, numberAt, numbersAt, textAt } from "./dicom-json.ts";

/** Red, green and blue: descriptor, table, table in segments. */
const colours = [
  ["00281101", "00281201", "00281221"],
  ["00281102", "00281202", "00281222"],
  ["00281103", "00281203", "00281223"],
] as const;

export const hasPalette = (dataset: DicomDataset): boolean => textAt(dataset, "00280004") === "PALETTE COLOR";

interface BulkSource {
  readonly base: string;
  readonly fetchBulk: FetchBulk;
}

/**
 * A palette as Cornerstone reads it: numbers, of eight bits, each entry by itself. Throws where a table is missing or
 * damaged: such a picture cannot be shown.
 */
export async function paletteElements(dataset: DicomDataset, source: BulkSource): Promise<DicomDataset> {
  const each = await Promise.all(
    colours.map(async ([descriptor, table, segments]) => {
      const [entries = 0, lowest = 0, bits = 0] = numbersAt(dataset, descriptor);
      const isSegmented = hasBulk(dataset, segments);
      const bytes = await bulkBytes(dataset, isSegmented ? segments : table, source);
      const levels = bytes && paletteLevels({ entries, bits, bytes, isSegmented });
      if (!levels) throw new Error("The palette of this picture is missing or damaged");
      const first = firstEntry(lowest, numberAt(dataset, "00280103") === 1);
      return [
        [descriptor, { vr: "US", Value: [levels.length, first, 8] }],
        [table, { vr: "OW", Value: [...levels] }],
      ] as const;
    }),
  );
  return Object.fromEntries(each.flat());
}
