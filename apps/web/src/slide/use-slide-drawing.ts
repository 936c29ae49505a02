import type { SlideAnchor, SlideTool } from "@consilium/workspace";
import { slideTools } from "@consilium/workspace";
import { useEffect, useState } from "react";
import type { Drawing } from "../drawn/drawing.ts";
import type { ShownMark } from "../drawn/mark-layer.tsx";
import type { Pixel } from "../drawn/pixel.ts";
import { placingActs } from "../drawn/placing-acts.ts";
import { hitMarks, listenToPointers, type PointedView, Pointing } from "../drawn/pointing.ts";
import { finished, type Sketch } from "../drawn/sketch.ts";
import { type SketchInHand, useSketch } from "../drawn/use-sketch.ts";
import { useLatest } from "../thread/use-latest.ts";
import { type SlideRoom, useSlide } from "./slide-context.ts";
import { pointsOf } from "./slide-place.ts";
import { unitOf } from "./slide-scale.ts";
import type { SlideViewport } from "./slide-viewport.ts";
import { useSlideSays } from "./slide-words.ts";

export interface DrawingOnSlide {
  readonly viewport: SlideViewport | undefined;
  readonly surface: HTMLElement | null;
  readonly shown: readonly ShownMark[];
  /** The view is moved by hand. */
  readonly onMove: () => void;
}

/** Drawing on a slide: with a pointer, and with the arrow keys and Enter. */
export function useSlideDrawing(on: DrawingOnSlide) {
  const { tool } = useSlide();
  const inHand = useSketch();
  const [cursor, setCursor] = useState<Pixel>();
  const { finish, change } = useFinishing(on.viewport, inHand.setSketch);
  usePointing({ on, inHand, finish, change, dropCursor: () => setCursor(undefined) });
  const keys = placingActs({
    tool: tool === "pan" ? undefined : tool,
    middle: () => on.viewport?.middle(),
    cursor,
    setCursor,
    setSketch: inHand.setSketch,
    current: inHand.current,
    finish,
  });
  return { sketch: inHand.sketch, cursor: tool === "pan" ? undefined : cursor, ...keys };
}

const slideToolOf = (drawing: Drawing): SlideTool | undefined =>
  slideTools.find((tool) => tool === drawing.tool);

/** Undefined: slides have no such marks. */
export function anchorOf(
  { id, content }: SlideRoom["slide"],
  drawing: Drawing,
  says: string | null,
): SlideAnchor | undefined {
  const tool = slideToolOf(drawing);
  if (!tool) return undefined;
  const { micrometres, tiles } = content;
  const mark = { tool, points: pointsOf(drawing), micrometres, unit: unitOf(micrometres), says };
  return { kind: "slide", record: id, sha256: tiles.file.sha256, mark };
}

function useFinishing(viewport: SlideViewport | undefined, setSketch: SketchInHand["setSketch"]) {
  const { slide, addMark, marks } = useSlide();
  const says = useSlideSays(slide.content.micrometres);
  const finish = (sketch: Sketch) => {
    setSketch(undefined);
    // Half a pixel of the screen, of which one may be many of the slide.
    const zoom = viewport?.getSnapshot().zoom ?? 1;
    const drawing = finished(sketch, 0.5 / Math.max(zoom, 1e-6));
    const anchor = drawing && anchorOf(slide, drawing, says(drawing));
    if (anchor) addMark(anchor);
  };
  const change = (id: string, drawing: Drawing, isLast: boolean) => {
    const anchor = anchorOf(slide, drawing, says(drawing));
    if (anchor) marks.drawing?.change({ id }, anchor, isLast);
  };
  return { finish, change };
}

interface PointingOn extends ReturnType<typeof useFinishing> {
  readonly on: DrawingOnSlide;
  readonly inHand: SketchInHand;
  readonly dropCursor: () => void;
}

function usePointing(parts: PointingOn): void {
  const room = useSlide();
  const latest = useLatest({ ...parts, room });
  const { viewport, surface } = parts.on;
  const { current, setSketch } = parts.inHand;
  useEffect(() => {
    if (!viewport || !surface) return undefined;
    const view = movedByHand(viewport, () => latest.current.on.onMove());
    const pointing = new Pointing(view, {
      tool: () => {
        const { tool } = latest.current.room;
        return tool === "pan" ? (by) => view.panBy(by) : tool;
      },
      marks: () => hitMarks(latest.current.on.shown),
      mayDraw: () => latest.current.room.marks.drawing !== undefined,
      sketch: () => current.current,
      setSketch,
      finish: (done) => latest.current.finish(done),
      change: (id, drawing, isLast) => latest.current.change(id, drawing, isLast),
      open: (id) => {
        const { marks, openMark } = latest.current.room;
        const found = marks.all.find((mark) => mark.id === id);
        if (found) openMark(found);
      },
    });
    return listenToPointers(surface, pointing, () => latest.current.dropCursor());
  }, [viewport, surface, latest, current, setSketch]);
}

/** Whoever moves the view by hand follows nobody any more. */
const movedByHand = (viewport: SlideViewport, onMove: () => void): PointedView => ({
  element: viewport.element,
  getSnapshot: viewport.getSnapshot,
  panBy: (by) => {
    onMove();
    viewport.panBy(by);
  },
  zoomBy: (factor, at) => {
    onMove();
    viewport.zoomBy(factor, at);
  },
});
