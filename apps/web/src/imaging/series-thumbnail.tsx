import { useEffect, useRef } from "react";
import { inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { drawSmall, registerMetadata, sendWith, startCornerstone } from "./cornerstone.ts";
import { useSeries } from "./series-query.ts";
import type { OpenStudy } from "./study-choice.ts";

export interface SeriesThumbnailProps {
  readonly study: OpenStudy;
  readonly series: string;
}

/** Pixels of the drawing: twice what `imaging.css` shows it with. */
const side = 88;

/** The picture in the middle of a series. Where it does not come there is a dark square: its name stands beside it. */
export function SeriesThumbnail({ study, series: uid }: SeriesThumbnailProps) {
  const { seat } = useCase();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { data: series } = useSeries(study, uid);
  useEffect(() => {
    const middle = series?.frames[Math.floor((series.frames.length - 1) / 2)];
    const source = series?.sources.find(({ frames }) => middle !== undefined && frames.includes(middle));
    if (!series || !middle || !source || !canvas.current) return;
    startCornerstone();
    sendWith({ ...inSeat(seat).header });
    registerMetadata(source.dataset, source.frames);
    void drawSmall(canvas.current, middle.imageId, series.modality);
  }, [series, seat]);
  return <canvas className="series-thumbnail" ref={canvas} width={side} height={side} aria-hidden />;
}
