import { queryOptions } from "@tanstack/react-query";
import { caseKey } from "../case/case-query.ts";
import { bulkBytes, seriesBase } from "./bulk-value.ts";
import { fetchBulk } from "./cornerstone.ts";
import type { DicomDataset } from "./dicom-json.ts";
import { bitsOfPlane, bitsOfWords, type OverlayPlane, planeOfFrame } from "./overlay-planes.ts";
import type { SeriesFrame } from "./series-frames.ts";
import { singlePart } from "./single-part.ts";

/** An overlay as it lies over one frame. */
export interface ShownOverlay {
  readonly plane: OverlayPlane;
  /** One byte a pixel, row by row. */
  readonly bits: Uint8Array;
}

export interface OverlaidFrame {
  readonly dataset: DicomDataset;
  readonly frame: SeriesFrame;
  readonly planes: readonly OverlayPlane[];
}

async function bitsOver({ dataset, frame }: OverlaidFrame, plane: OverlayPlane) {
  const count = plane.rows * plane.columns;
  if (plane.embedded !== undefined) {
    const length = 2 * frame.rows * frame.columns;
    const body = await fetchBulk(frame.imageId.slice(frame.imageId.indexOf(":") + 1));
    const words = singlePart(body, length);
    return words && bitsOfWords(words, count, plane.embedded);
  }
  const at = planeOfFrame(plane, frame.frame);
  if (at === undefined) return undefined;
  const bytes = await bulkBytes(dataset, plane.tag, { base: seriesBase(frame.imageId), fetchBulk });
  return bytes && bitsOfPlane(bytes, count, at);
}

/** What lies over a frame. One that is cut short is left out. */
export const overlayQuery = (caseId: string, overlaid: OverlaidFrame) =>
  queryOptions({
    queryKey: caseKey(caseId, "overlays", overlaid.frame.imageId),
    queryFn: async (): Promise<readonly ShownOverlay[]> => {
      const shown = await Promise.all(
        overlaid.planes.map(async (plane) => ({ plane, bits: await bitsOver(overlaid, plane) })),
      );
      return shown.flatMap(({ plane, bits }) => (bits ? [{ plane, bits }] : []));
    },
    staleTime: Infinity,
    // A plane is as large as its picture: it stays as long as it is looked at.
    gcTime: 0,
  });
