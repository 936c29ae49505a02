import type { ImageTool } from "@consilium/workspace";
import { fromScreen, type ScreenPoint } from "./affine.ts";
import { type Drawing, hitOf, movedBy, movedHandle } from "./drawing.ts";
import type { Pixel } from "./image-plane.ts";
import type { ImageViewport } from "./image-viewport.ts";
import { aimed, beginSketch, isDone, placed, type Sketch } from "./sketch.ts";
import { isViewTool, type Tool } from "./study-context.ts";
import { draggedWindow } from "./window-presets.ts";

/** A mark of the picture on screen, as a pointer can hit it. */
export interface HitMark {
  readonly id: string;
  readonly drawing: Drawing;
  readonly isOwn: boolean;
}

/** What a pointer brings about. */
export interface PointingActs {
  readonly tool: () => Tool;
  readonly marks: () => readonly HitMark[];
  readonly mayDraw: () => boolean;
  readonly sketch: () => Sketch | undefined;
  readonly setSketch: (sketch: Sketch | undefined) => void;
  readonly finish: (sketch: Sketch) => void;
  readonly change: (id: string, drawing: Drawing, isLast: boolean) => void;
  readonly open: (id: string) => void;
  readonly step: (by: number) => void;
}

/** CSS pixels below which a press is a click. */
const clickReach = 4;
const reaches = { mouse: 8, touch: 22 } as const;
/** CSS pixels of a drag that go one slice on. */
const slicePace = 6;

type Gesture =
  | {
      readonly is: "view";
      readonly tool: "window" | "scroll" | "pan" | "zoom";
      readonly hit: string | undefined;
    }
  | {
      readonly is: "handle";
      readonly id: string;
      readonly handle: number | "line";
      readonly before: Drawing;
      readonly from: Pixel;
    }
  | { readonly is: "sketch" };

/** From pointer events of one viewport to acts. One pointer draws or moves the view, two zoom and pan. */
export class Pointing {
  readonly #viewport: ImageViewport;
  readonly #acts: PointingActs;
  readonly #pointers = new Map<number, ScreenPoint>();
  #gesture: Gesture | undefined;
  #start: ScreenPoint = [0, 0];
  #last: ScreenPoint = [0, 0];
  #hasMoved = false;
  #rest = 0;

  constructor(viewport: ImageViewport, acts: PointingActs) {
    this.#viewport = viewport;
    this.#acts = acts;
  }

  down(event: PointerEvent): void {
    const at = this.#placeOf(event);
    this.#pointers.set(event.pointerId, at);
    if (this.#pointers.size > 1) {
      if (this.#gesture?.is === "sketch") this.#acts.setSketch(undefined);
      this.#gesture = undefined;
      return;
    }
    [this.#start, this.#last, this.#hasMoved, this.#rest] = [at, at, false, 0];
    this.#gesture = this.#begin(event, at);
  }

  move(event: PointerEvent): void {
    const at = this.#placeOf(event);
    const before = this.#pointers.get(event.pointerId);
    if (!before) return this.#hover(at);
    if (this.#pointers.size > 1) return this.#pinch(event.pointerId, before, at);
    this.#hasMoved ||= distance(at, this.#start) > clickReach;
    this.#pointers.set(event.pointerId, at);
    if (this.#hasMoved) this.#drag(at, false);
    this.#last = at;
  }

  up(event: PointerEvent): void {
    const wasAlone = this.#pointers.size === 1;
    if (!this.#pointers.delete(event.pointerId)) return;
    const gesture = this.#gesture;
    if (!wasAlone || !gesture) return;
    const at = this.#placeOf(event);
    if (this.#hasMoved) this.#drag(at, true);
    else if (gesture.is === "view" && gesture.hit !== undefined) this.#acts.open(gesture.hit);
    else if (gesture.is === "handle") this.#acts.open(gesture.id);
    this.#gesture = undefined;
  }

  /** The browser took the pointer away: nothing of it counts. */
  cancel(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId);
    const gesture = this.#gesture;
    if (gesture?.is === "handle" && this.#hasMoved) this.#acts.change(gesture.id, gesture.before, true);
    if (gesture?.is === "sketch") this.#acts.setSketch(undefined);
    this.#gesture = undefined;
  }

  #begin(event: PointerEvent, at: ScreenPoint): Gesture | undefined {
    const pixel = this.#pixelAt(at);
    if (event.button === 1) return { is: "view", tool: "pan", hit: undefined };
    if (event.button === 2) return { is: "view", tool: "zoom", hit: undefined };
    const tool = this.#acts.tool();
    if (!pixel) return isViewTool(tool) ? { is: "view", tool, hit: undefined } : undefined;
    const sketch = this.#acts.sketch();
    if (!sketch) {
      const hit = this.#hit(pixel, event.pointerType);
      if (hit?.mark.isOwn && this.#acts.mayDraw())
        return { is: "handle", id: hit.mark.id, handle: hit.on, before: hit.mark.drawing, from: pixel };
      if (isViewTool(tool)) return { is: "view", tool, hit: hit?.mark.id };
    }
    if (isViewTool(tool) || !this.#acts.mayDraw()) return undefined;
    this.#place(tool, pixel);
    return { is: "sketch" };
  }

  #place(tool: ImageTool, pixel: Pixel): void {
    const sketch = this.#acts.sketch();
    const next = sketch?.tool === tool ? placed(sketch, pixel) : beginSketch(tool, pixel);
    if (isDone(next)) this.#acts.finish(next);
    else this.#acts.setSketch(next);
  }

  #hover(at: ScreenPoint): void {
    const sketch = this.#acts.sketch();
    const pixel = sketch && this.#pixelAt(at);
    if (sketch && pixel && sketch.tool !== "freehand") this.#acts.setSketch(aimed(sketch, pixel));
  }

  #drag(at: ScreenPoint, isLast: boolean): void {
    const gesture = this.#gesture;
    if (gesture?.is === "view") return this.#dragView(gesture.tool, at);
    const pixel = this.#pixelAt(at);
    if (!pixel || !gesture) return;
    if (gesture.is === "sketch") return this.#dragSketch(pixel, isLast);
    const { id, handle, before, from } = gesture;
    const drawing =
      handle === "line"
        ? movedBy(before, [pixel[0] - from[0], pixel[1] - from[1]])
        : movedHandle(before, handle, pixel);
    this.#acts.change(id, drawing, isLast);
  }

  #dragSketch(pixel: Pixel, isLast: boolean): void {
    const sketch = this.#acts.sketch();
    if (!sketch) return;
    const isLine = sketch.tool === "freehand";
    const next = isLine || isLast ? placed(sketch, pixel) : aimed(sketch, pixel);
    if (isLast && (isLine || isDone(next))) this.#acts.finish(next);
    else this.#acts.setSketch(next);
  }

  #dragView(tool: "window" | "scroll" | "pan" | "zoom", at: ScreenPoint): void {
    const by: ScreenPoint = [at[0] - this.#last[0], at[1] - this.#last[1]];
    const { window } = this.#viewport.getSnapshot();
    if (tool === "pan") this.#viewport.panBy(by);
    else if (tool === "zoom") this.#viewport.zoomBy(Math.exp(-by[1] / 150));
    else if (tool === "window") {
      if (window) this.#viewport.setWindow(draggedWindow(window, by));
    } else {
      this.#rest += by[1];
      const steps = Math.trunc(this.#rest / slicePace);
      this.#rest -= steps * slicePace;
      if (steps !== 0) this.#acts.step(steps);
    }
  }

  #pinch(id: number, before: ScreenPoint, at: ScreenPoint): void {
    const other = [...this.#pointers].find(([pointer]) => pointer !== id)?.[1];
    this.#pointers.set(id, at);
    if (!other) return;
    const [was, is] = [distance(before, other), distance(at, other)];
    if (was > 0 && is > 0) this.#viewport.zoomBy(is / was);
    this.#viewport.panBy([(at[0] - before[0]) / 2, (at[1] - before[1]) / 2]);
  }

  #hit(pixel: Pixel, pointerType: string) {
    const { affine } = this.#viewport.getSnapshot();
    const scale = affine ? Math.hypot(affine.a, affine.b) : 1;
    const reach = (pointerType === "touch" ? reaches.touch : reaches.mouse) / scale;
    for (const mark of this.#acts.marks().toReversed()) {
      const on = hitOf(mark.drawing, pixel, reach);
      if (on !== undefined) return { mark, on };
    }
    return undefined;
  }

  #pixelAt(at: ScreenPoint): Pixel | undefined {
    const { affine, isShown } = this.#viewport.getSnapshot();
    return affine && isShown ? fromScreen(affine, at) : undefined;
  }

  #placeOf({ clientX, clientY }: PointerEvent): ScreenPoint {
    const { left, top } = this.#viewport.element.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }
}

const distance = ([ax, ay]: ScreenPoint, [bx, by]: ScreenPoint): number => Math.hypot(ax - bx, ay - by);
