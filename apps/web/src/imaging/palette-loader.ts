import type { Types } from "@cornerstonejs/core";
import { wadors } from "@cornerstonejs/dicom-image-loader";
import { type FetchBulk, seriesBase } from "./bulk-value.ts";
import { type DicomDataset, readDatasets } from "./dicom-json.ts";
import { hasPalette, paletteElements } from "./palette.ts";

/** Of instances, by their addresses: their frames share one palette. */
const asked = new Map<string, Promise<DicomDataset>>();

export const forgetPalettes = (): void => asked.clear();

function paletteOf(imageId: string, dataset: DicomDataset, fetchBulk: FetchBulk): Promise<DicomDataset> {
  const instance = imageId.slice(0, imageId.lastIndexOf("/frames/"));
  const found = asked.get(instance) ?? paletteElements(dataset, { base: seriesBase(imageId), fetchBulk });
  asked.set(instance, found);
  // Whoever tries again asks again.
  found.catch(() => asked.delete(instance));
  return found;
}

/** Cornerstone reads a palette only where it is whole in the metadata: it is put there before the pixels are asked for. */
export const loadWithPalette =
  (fetchBulk: FetchBulk) =>
  (imageId: string, options?: Record<string, unknown>): Types.IImageLoadObject => {
    const [dataset] = readDatasets([wadors.metaDataManager.get(imageId)]) ?? [];
    if (!dataset || !hasPalette(dataset)) return wadors.loadImage(imageId, options);
    const load = async () => {
      Object.assign(dataset, await paletteOf(imageId, dataset, fetchBulk));
      return wadors.loadImage(imageId, options).promise;
    };
    return { promise: load() };
  };
