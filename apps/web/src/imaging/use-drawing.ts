import { type RefObject, useEffect, useState } from "react";
import type { Drawing } from "../drawn/drawing.ts";
import type { ShownMark } from "../drawn/mark-layer.tsx";
import type { Pixel } from "../drawn/pixel.ts";
import { placingActs } from "../drawn/placing-acts.ts";
import { hitMarks, listenToPointers, Pointing } from "../drawn/pointing.ts";
import { finished, type Sketch } from "../drawn/sketch.ts";
import { useSketch } from "../drawn/use-sketch.ts";
import { useLatest } from "../thread/use-latest.ts";
import type { ImageViewport } from "./image-viewport.ts";
import { markOfDrawing, keyImage } from "./mark-anchor.ts";
import type { OpenSeries } from "./series-frames.ts";
import { isViewTool, useStudy } from "./study-context.ts";
import type { PlacedMark } from "./use-pane-marks.ts";
import { useSays } from "./use-pane-marks.ts";
import { viewDrag } from "./view-drag.ts";

export interface DrawingOn {
  readonly record: string;
  readonly series: OpenSeries;
  readonly viewport: ImageViewport | undefined;
  readonly surface: HTMLElement | null;
  readonly shown: readonly ShownMark[];
  readonly placedMarks: readonly PlacedMark[];
  readonly step: (by: number) => void;
}

/** Drawing on one picture: with a pointer, and with the arrow keys and Enter. */
export function useDrawing(on: DrawingOn) {
  const { tool } = useStudy();
  const { sketch, setSketch, current } = useSketch();
  const [cursor, setCursor] = useState<Pixel>();
  const { finish, change } = useFinishing(on, setSketch);
  usePointing({ on, setSketch, current, finish, change, dropCursor: () => setCursor(undefined) });
  const isPlacing = !isViewTool(tool) && cursor !== undefined;
  const middle = (): Pixel | undefined => {
    const frame = on.viewport?.frame;
    return frame && [frame.columns / 2, frame.rows / 2];
  };
  const drawTool = isViewTool(tool) ? undefined : tool;
  const keys = placingActs({ tool: drawTool, middle, cursor, setCursor, setSketch, current, finish });
  return { sketch, cursor: isPlacing ? cursor : undefined, ...keys };
}

interface PointingOn extends ReturnType<typeof useFinishing> {
  readonly on: DrawingOn;
  readonly setSketch: (sketch: Sketch | undefined) => void;
  readonly current: RefObject<Sketch | undefined>;
  readonly dropCursor: () => void;
}

function usePointing(parts: PointingOn): void {
  const { tool, marks, openMark } = useStudy();
  const latest = useLatest({ ...parts, tool, marks, openMark });
  const { current, setSketch } = parts;
  const { viewport, surface } = parts.on;
  useEffect(() => {
    if (!viewport || !surface) return undefined;
    const pointing = new Pointing(viewport, {
      tool: () => {
        const { tool: inHand, on } = latest.current;
        return isViewTool(inHand) ? viewDrag(inHand, viewport, on.step) : inHand;
      },
      marks: () => hitMarks(latest.current.on.shown),
      mayDraw: () => latest.current.marks.drawing !== undefined && viewport.frame?.sha256 !== undefined,
      sketch: () => current.current,
      setSketch,
      finish: (done) => latest.current.finish(done),
      change: (id, drawing, isLast) => latest.current.change(id, drawing, isLast),
      open: (id) => {
        const found = latest.current.on.placedMarks.find(({ mark }) => mark.id === id);
        if (found) latest.current.openMark(found.mark);
      },
    });
    return listenToPointers(surface, pointing, () => latest.current.dropCursor());
  }, [viewport, surface, latest, current, setSketch]);
}

function useFinishing(on: DrawingOn, setSketch: (sketch: Sketch | undefined) => void) {
  const { addMark, marks } = useStudy();
  const says = useSays(on.viewport);
  const anchorOf = (drawing: Drawing) => {
    const frame = on.viewport?.frame;
    const place = frame && keyImage(on.record, on.series, frame, on.viewport?.getSnapshot());
    return frame && place && { ...place, mark: markOfDrawing(drawing, frame, says(drawing, frame)) };
  };
  const finish = (sketch: Sketch) => {
    setSketch(undefined);
    const drawing = finished(sketch);
    const anchor = drawing && anchorOf(drawing);
    if (anchor) addMark(anchor);
  };
  const change = (id: string, drawing: Drawing, isLast: boolean) => {
    const found = on.placedMarks.find(({ mark }) => mark.id === id);
    const anchor = anchorOf(drawing);
    if (found && anchor) marks.drawing?.change(found.mark, anchor, isLast);
  };
  return { finish, change };
}
