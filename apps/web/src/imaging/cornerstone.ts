import {
  cache,
  getConfiguration,
  imageLoader,
  imageLoadPoolManager,
  imageRetrievalPoolManager,
  init as initialize,
  utilities,
} from "@cornerstonejs/core";
import { init as initializeLoader, wadors } from "@cornerstonejs/dicom-image-loader";
import type { FetchBulk } from "./bulk-value.ts";
import type { DicomDataset } from "./dicom-json.ts";
import { endQuietly } from "./late-pictures.ts";
import { forgetPalettes, loadWithPalette } from "./palette-loader.ts";
import type { GridValues } from "./pixel-statistics.ts";
import type { SeriesFrame } from "./series-frames.ts";

/** Decoded pictures that are kept while a study lies open. */
const cacheBytes = 512 * 1024 * 1024;

let isReady = false;
let headers: Record<string, string> = {};

/** Once on a page. Where the browser has no WebGL, Cornerstone draws with the processor. */
export function startCornerstone(): void {
  if (isReady) return;
  isReady = true;
  initialize({ ...getConfiguration(), rendering: { ...getConfiguration().rendering, webGlContextCount: 2 } });
  initializeLoader({ beforeSend: () => headers });
  imageLoader.registerImageLoader("wadors", loadWithPalette(fetchBulk));
  cache.setMaxCacheSize(cacheBytes);
}

/** Whoever sits twice in a case names the seat in which the pictures are asked for. */
export function sendWith(named: Record<string, string>): void {
  headers = named;
}

/** A table or a plane that the metadata names by its address. */
export const fetchBulk: FetchBulk = async (address) => {
  const response = await fetch(address, { headers });
  if (!response.ok) throw new Error(`Not given: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

const registered = new Set<string>();

type CornerstoneDataset = Parameters<typeof wadors.metaDataManager.add>[1];

/** Before the first picture: with it every slice knows its place, whether or not its pixels have come. */
export function registerMetadata(dataset: DicomDataset, frames: readonly SeriesFrame[]): void {
  // Cornerstone writes on what it is given.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Its type names texts and numbers only; sequences are read too.
  const own = structuredClone<unknown>(dataset) as CornerstoneDataset;
  for (const { imageId } of frames) {
    registered.add(imageId);
    wadors.metaDataManager.add(imageId, own);
  }
}

/**
 * When no study is open any more, nothing of it stays on the device. A picture that is on its way is decoded with what was
 * registered of it, and fails without: that stays until the last of them has come.
 */
export function forgetPictures(): void {
  forgetPalettes();
  const unasked = takeUnasked();
  const ids = [...registered];
  registered.clear();
  const late = ids.filter((id) => !unasked.has(id) && !cache.isLoaded(id)).flatMap(loadOf);
  cache.purgeCache();
  endQuietly(late, () => {
    // Another study may lie open by then. It is forgotten in its own time, and this one with it.
    if (registered.size === 0) wadors.metaDataManager.purge();
  });
}

/** What waits to be asked for is not asked for any more. */
function takeUnasked(): ReadonlySet<unknown> {
  const unasked = new Set<unknown>();
  for (const pool of [imageLoadPoolManager, imageRetrievalPoolManager]) {
    pool.filterRequests(({ additionalDetails }) => {
      unasked.add(additionalDetails["imageId"]);
      return false;
    });
  }
  return unasked;
}

function loadOf(imageId: string): readonly Promise<unknown>[] {
  const load = cache.getImageLoadObject(imageId);
  return load ? [load.promise] : [];
}

/** Loads without showing. Resolves to whether it could be loaded. */
export async function prefetch(imageId: string): Promise<boolean> {
  try {
    await imageLoader.loadAndCacheImage(imageId, { priority: 10, requestType: "prefetch" });
    return true;
  } catch {
    // It is said where the slice is looked at.
    return false;
  }
}

/** Draws a picture as it says that it should be seen. One that does not come is left out. */
export async function drawSmall(canvas: HTMLCanvasElement, imageId: string, modality: string): Promise<void> {
  if (!(await prefetch(imageId))) return;
  const image = cache.getImage(imageId);
  if (image) await utilities.renderToCanvasCPU(canvas, image, modality);
}

/** Undefined: the picture is in colour, or not there. */
export function valuesIn(imageId: string): GridValues | undefined {
  const image = cache.getImage(imageId);
  if (!image || image.color) return undefined;
  const isScaled = image.preScale?.scaled === true;
  const [slope, intercept] = isScaled ? [1, 0] : [image.slope, image.intercept];
  return { stored: image.getPixelData(), slope, intercept, columns: image.columns, rows: image.rows };
}

/** How many pictures of this size are fetched ahead; beyond it those that were kept would be pushed out. */
export const pictureBudget = (frame: SeriesFrame | undefined): number =>
  frame ? Math.floor((cacheBytes * 0.8) / (frame.rows * frame.columns * bytesOfValue)) : 0;

/** Scaled values are kept as 32-bit numbers at worst, colours as four bytes. */
const bytesOfValue = 4;
