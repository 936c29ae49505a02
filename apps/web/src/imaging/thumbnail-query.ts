import { queryOptions } from "@tanstack/react-query";
import { inSeat } from "../case/case-api.ts";
import { caseKey } from "../case/case-query.ts";
import { seriesAddress, seriesName, type SeriesPlace } from "./series-place.ts";

/** The picture in the middle of a series, drawn by the server. Null: it draws none, and this device may still be able to. */
export const thumbnailQuery = (caseId: string, seat: string | undefined, place: SeriesPlace) =>
  queryOptions({
    queryKey: caseKey(caseId, "series-thumbnail", seriesName(place), seat),
    queryFn: async ({ signal }): Promise<Blob | null> => {
      const response = await fetch(`${seriesAddress(caseId, place)}/thumbnail`, {
        signal,
        headers: { accept: "image/jpeg", ...inSeat(seat).header },
      });
      if (response.status === 406) return null;
      if (!response.ok) throw new Error(`Not given: ${response.status}`);
      return response.blob();
    },
    // What was filed never changes under its id.
    staleTime: Infinity,
    // Many series that are opened at once may be too many for the server for a moment.
    retry: 2,
  });

/** In the middle of the canvas, as large as it fits. */
export async function drawWithin(canvas: HTMLCanvasElement, picture: Blob): Promise<void> {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(canvas.width / bitmap.width, canvas.height / bitmap.height);
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  const [left, top] = [(canvas.width - width) / 2, (canvas.height - height) / 2];
  canvas.getContext("2d")?.drawImage(bitmap, left, top, width, height);
  bitmap.close();
}
