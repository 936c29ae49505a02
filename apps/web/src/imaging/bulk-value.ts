import type { DicomDataset } from "./dicom-json.ts";

/** Asks for a value that a server gives by itself. `address`: absolute. */
export type FetchBulk = (address: string) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * The bytes of an element: in the metadata, or at the address that it names, relative to the series (`base`). Undefined where
 * it has neither.
 */
export async function bulkBytes(
  dataset: DicomDataset,
  tag: string,
  { base, fetchBulk }: { readonly base: string; readonly fetchBulk: FetchBulk },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { InlineBinary, BulkDataURI } = dataset[tag] ?? {};
  if (typeof InlineBinary === "string")
    return Uint8Array.from(atob(InlineBinary), (character) => character.charCodeAt(0));
  return typeof BulkDataURI === "string" ? fetchBulk(new URL(BulkDataURI, `${base}/`).href) : undefined;
}

export const hasBulk = (dataset: DicomDataset, tag: string): boolean =>
  dataset[tag]?.InlineBinary !== undefined || dataset[tag]?.BulkDataURI !== undefined;

/** Of an instance's frame, as Cornerstone names it: the address of its series, which bulk addresses are relative to. */
export const seriesBase = (imageId: string): string =>
  imageId.slice(imageId.indexOf(":") + 1, imageId.lastIndexOf("/instances/"));
