import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useLatest } from "../thread/use-latest.ts";
import type { Drawing } from "./drawing.ts";
import type { Pixel } from "./image-plane.ts";
import type { ImageViewport } from "./image-viewport.ts";
import { markOfDrawing, keyImage } from "./mark-anchor.ts";
import type { ShownMark } from "./mark-layer.tsx";
import { type HitMark, Pointing } from "./pointing.ts";
import type { OpenSeries } from "./series-frames.ts";
import { aimed, beginSketch, finished, isDone, placed, type Sketch } from "./sketch.ts";
import { isViewTool, useStudy } from "./study-context.ts";
import { keepTwoFingers } from "./two-fingers.ts";
import type { PlacedMark } from "./use-pane-marks.ts";
import { useSays } from "./use-pane-marks.ts";

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
  const keys = usePlacing({ viewport: on.viewport, cursor, setCursor, setSketch, current, finish });
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
      tool: () => latest.current.tool,
      marks: () => latest.current.on.shown.flatMap(asHit),
      mayDraw: () => latest.current.marks.drawing !== undefined && viewport.frame?.sha256 !== undefined,
      sketch: () => current.current,
      setSketch,
      finish: (done) => latest.current.finish(done),
      change: (id, drawing, isLast) => latest.current.change(id, drawing, isLast),
      open: (id) => {
        const found = latest.current.on.placedMarks.find(({ mark }) => mark.id === id);
        if (found) latest.current.openMark(found.mark);
      },
      step: (by) => latest.current.on.step(by),
    });
    return listen(surface, pointing, () => latest.current.dropCursor());
  }, [viewport, surface, latest, current, setSketch]);
}

const asHit = ({ id, drawing, look }: ShownMark): HitMark[] =>
  look === "lit" ? [] : [{ id, drawing, isOwn: look === "own" }];

/** The newest sketch at once: pointer events come faster than renderings. */
function useSketch() {
  const [sketch, show] = useState<Sketch>();
  const current = useRef<Sketch>(undefined);
  const setSketch = useMemo(
    () => (next: Sketch | undefined) => {
      current.current = next;
      show(next);
    },
    [],
  );
  return { sketch, setSketch, current };
}

function useFinishing(on: DrawingOn, setSketch: (sketch: Sketch | undefined) => void) {
  const { addMark, marks } = useStudy();
  const says = useSays(on.viewport);
  const anchorOf = (drawing: Drawing) => {
    const frame = on.viewport?.frame;
    const place = frame && keyImage(on.record, on.series, frame);
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

interface Placing {
  readonly viewport: ImageViewport | undefined;
  readonly cursor: Pixel | undefined;
  readonly setCursor: (pixel: Pixel | undefined) => void;
  readonly setSketch: (sketch: Sketch | undefined) => void;
  readonly current: RefObject<Sketch | undefined>;
  readonly finish: (sketch: Sketch) => void;
}

/** From the keyboard. A freehand line ends where Enter is pressed twice at one place. */
function usePlacing({ viewport, cursor, setCursor, setSketch, current, finish }: Placing) {
  const { tool } = useStudy();
  return {
    begin: () => {
      const frame = viewport?.frame;
      if (frame && !cursor) setCursor([frame.columns / 2, frame.rows / 2]);
    },
    move: ([right, down]: readonly [number, number]) => {
      if (!cursor) return;
      const next: Pixel = [cursor[0] + right, cursor[1] + down];
      setCursor(next);
      if (current.current && current.current.tool !== "freehand") setSketch(aimed(current.current, next));
    },
    place: () => {
      if (!cursor || isViewTool(tool)) return;
      const sketch = current.current?.tool === tool ? current.current : undefined;
      const last = sketch?.places.at(-1);
      const isSame = last?.[0] === cursor[0] && last[1] === cursor[1];
      if (sketch && isSame) return tool === "freehand" ? finish(sketch) : undefined;
      const next = sketch ? placed(sketch, cursor) : beginSketch(tool, cursor);
      if (isDone(next)) finish(next);
      else setSketch(next);
    },
    /** Whether there was something to leave. */
    leave: () => {
      const wasBusy = current.current !== undefined || cursor !== undefined;
      setSketch(undefined);
      setCursor(undefined);
      return wasBusy;
    },
  };
}

function listen(surface: HTMLElement, pointing: Pointing, dropCursor: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  surface.addEventListener(
    "pointerdown",
    (event) => {
      surface.setPointerCapture(event.pointerId);
      dropCursor();
      pointing.down(event);
      if (event.button === 1) event.preventDefault();
    },
    { signal },
  );
  surface.addEventListener("pointermove", (event) => pointing.move(event), { signal });
  surface.addEventListener("pointerup", (event) => pointing.up(event), { signal });
  surface.addEventListener("pointercancel", (event) => pointing.cancel(event), { signal });
  keepTwoFingers(surface, signal);
  surface.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
  return () => stop.abort();
}
