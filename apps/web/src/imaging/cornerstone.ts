import {
  cache,
  imageLoader,
  imageLoadPoolManager,
  imageRetrievalPoolManager,
  type Types,
} from "@cornerstonejs/core";
import { init as initializeLoader, wadors } from "@cornerstonejs/dicom-image-loader";
import type { FetchBulk } from "./bulk-value.ts";
import { type DicomDataset, readDatasets } from "./dicom-json.ts";
import { endQuietly } from "./late-pictures.ts";
import { inModality } from "./modality-pictures.ts";
import { forgetPalettes, loadWithPalette } from "./palette-loader.ts";
import { PictureCanvas } from "./picture-canvas.ts";
import { placeOfPicture, unmoved } from "./picture-place.ts";
import type { GridValues } from "./pixel-statistics.ts";
import type { SeriesFrame } from "./series-frames.ts";
import type { RecordedPicture, ShadeLook } from "./shades.ts";
import { ownShades } from "./stored-window.ts";

/** Decoded pictures that are kept while a study lies open. */
const cacheBytes = 512 * 1024 * 1024;

let isReady = false;
let headers: Record<string, string> = {};

/** Once on a page. */
export function startCornerstone(): void {
  if (isReady) return;
  isReady = true;
  initializeLoader({ beforeSend: () => headers });
  imageLoader.registerImageLoader("wadors", inModality(loadWithPalette(fetchBulk)));
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
 * registered of it, and fails without: that stays until the last of them has come, and so does its place, for which Cornerstone asks.
 */
export function forgetPictures(): void {
  forgetPalettes();
  const unasked = takeUnasked();
  const ids = [...registered];
  registered.clear();
  const late = new Set(ids.filter((id) => !unasked.has(id) && !cache.isLoaded(id)));
  for (const id of ids) if (!late.has(id)) takeFromCache(id);
  endQuietly([...late].flatMap(loadOf), () => {
    // Another study may lie open by then, or the same. It is forgotten in its own time, and the rest of this one with it.
    for (const id of late) if (!registered.has(id)) takeFromCache(id);
    if (registered.size === 0) wadors.metaDataManager.purge();
  });
}

function takeFromCache(imageId: string): void {
  if (cache.getImageLoadObject(imageId)) cache.removeImageLoadObject(imageId, { force: true });
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
export const prefetch = (imageId: string): Promise<boolean> =>
  // It is said where the slice is looked at.
  isLoaded(imageId, { priority: 10, requestType: "prefetch" });

/** Before all that is only fetched ahead. Resolves to whether it could be loaded. */
export const fetchNow = (imageId: string): Promise<boolean> =>
  isLoaded(imageId, { priority: -5, requestType: "interaction" });

async function isLoaded(
  imageId: string,
  options: Parameters<typeof imageLoader.loadAndCacheImage>[1],
): Promise<boolean> {
  try {
    await imageLoader.loadAndCacheImage(imageId, options);
    return true;
  } catch {
    return false;
  }
}

/** A decoded picture, and how it says that it should be seen. */
export interface DecodedPicture {
  readonly picture: RecordedPicture;
  readonly look: ShadeLook;
}

/** Undefined: it is not there. */
export function decodedPicture(imageId: string): DecodedPicture | undefined {
  const image = cache.getImage(imageId);
  if (!image) return undefined;
  const { columns, rows, color } = image;
  const stored = image.getPixelData();
  const isScaled = image.preScale?.scaled === true;
  const [slope, intercept] = isScaled || color ? [1, 0] : [image.slope, image.intercept];
  const channels = color ? Math.round(stored.length / (columns * rows)) : 1;
  const picture = { stored, channels, columns, rows, slope, intercept };
  return { picture, look: channels === 1 ? ownLook(image) : asRecorded };
}

/** Colours have no window. */
const asRecorded: ShadeLook = {
  window: { centre: 127.5, width: 255 },
  isInverted: false,
  shape: "linear-exact",
};

/** By the picture's own table, else by the window that it names, else so that all of its values are seen: as the server draws it. */
function ownLook(image: Types.IImage): ShadeLook {
  // Of a shape Cornerstone keeps the first letter.
  const [dataset] = readDatasets([wadors.metaDataManager.get(image.imageId)]) ?? [];
  const own = dataset && ownShades(dataset);
  if (own) return { ...own, isInverted: image.invert };
  const [centre, width] = [firstOf(image.windowCenter), firstOf(image.windowWidth)];
  return { window: { centre, width: Math.max(1, width) }, isInverted: image.invert, shape: "linear" };
}

const firstOf = (values: number | number[]): number => (Array.isArray(values) ? (values[0] ?? 0) : values);

/** Draws a picture as it says that it should be seen. Resolves to whether it has come. */
export async function drawSmall(
  canvas: HTMLCanvasElement,
  { imageId, spacing }: SeriesFrame,
): Promise<boolean> {
  const decoded = (await prefetch(imageId)) ? decodedPicture(imageId) : undefined;
  if (!decoded) return false;
  const drawn = new PictureCanvas();
  const size = [canvas.width, canvas.height] as const;
  const affine = placeOfPicture({ ...decoded.picture, spacing }, size, unmoved);
  if (affine) drawn.draw(size, { ...decoded, affine });
  canvas.getContext("2d")?.drawImage(drawn.element, 0, 0, ...size);
  return true;
}

/** Undefined: the picture is in colour, or not there. */
export function valuesIn(imageId: string): GridValues | undefined {
  const { picture } = decodedPicture(imageId) ?? {};
  return picture?.channels === 1 ? picture : undefined;
}

/** How many pictures of this size are fetched ahead; beyond it those that were kept would be pushed out. */
export const pictureBudget = (frame: SeriesFrame | undefined): number =>
  frame ? Math.floor((cacheBytes * 0.8) / (frame.rows * frame.columns * bytesOfValue)) : 0;

/** Scaled values are kept as 32-bit numbers at worst, colours as four bytes. */
const bytesOfValue = 4;
