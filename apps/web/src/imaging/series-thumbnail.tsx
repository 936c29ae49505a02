import { useQuery } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { drawSmall, registerMetadata, sendWith, startCornerstone } from "./cornerstone.ts";
import { seriesPlace } from "./series-place.ts";
import { useSeries } from "./series-query.ts";
import type { OpenStudy } from "./study-choice.ts";
import { drawWithin, thumbnailQuery } from "./thumbnail-query.ts";
import { useWasSeen } from "./use-was-seen.ts";

export interface SeriesThumbnailProps {
  readonly study: OpenStudy;
  readonly series: string;
}

/** Pixels of the drawing: twice what `imaging.css` shows it with. */
const side = 88;

/**
 * The picture in the middle of a series, asked for when it is seen: from the server, which sends a few kilobytes, else drawn here of
 * the slice itself. Until it comes, and where it does not, there is a grey square: its name stands beside it.
 */
export function SeriesThumbnail({ study, series: uid }: SeriesThumbnailProps) {
  const { caseId, seat } = useCase();
  const canvas = useRef<HTMLCanvasElement>(null);
  const isSeen = useWasSeen(canvas);
  const [isDrawn, setDrawn] = useState(false);
  const [isUnread, setUnread] = useState(false);
  const { data: picture, isError } = useQuery({
    ...thumbnailQuery(caseId, seat, seriesPlace(study, uid)),
    enabled: isSeen,
  });
  useEffect(() => {
    if (!picture || !canvas.current) return;
    drawWithin(canvas.current, picture).then(
      () => setDrawn(true),
      () => setUnread(true),
    );
  }, [picture]);
  const isDrawnHere = picture === null || isError || isUnread;
  const onDrawn = useCallback(() => setDrawn(true), []);
  useDrawnHere(canvas, study, isDrawnHere ? uid : undefined, onDrawn);
  return (
    <canvas
      className="series-thumbnail"
      ref={canvas}
      width={side}
      height={side}
      data-drawn={isDrawn || undefined}
      aria-hidden
    />
  );
}

/** For pictures that the server does not draw. Undefined: it does. */
function useDrawnHere(
  canvas: RefObject<HTMLCanvasElement | null>,
  study: OpenStudy,
  uid: string | undefined,
  onDrawn: () => void,
): void {
  const { seat } = useCase();
  const { data: series } = useSeries(study, uid);
  useEffect(() => {
    const middle = series?.frames[Math.floor((series.frames.length - 1) / 2)];
    const source = series?.sources.find(({ frames }) => middle !== undefined && frames.includes(middle));
    if (!series || !middle || !source || !canvas.current) return;
    startCornerstone();
    sendWith({ ...inSeat(seat).header });
    registerMetadata(source.dataset, source.frames);
    const draw = async (on: HTMLCanvasElement) => {
      if (await drawSmall(on, middle)) onDrawn();
    };
    void draw(canvas.current);
  }, [canvas, series, seat, onDrawn]);
}
