import type { ImageTool } from "@consilium/workspace";
import { type Affine, fromScreen, type ScreenPoint } from "./affine.ts";
import { type Drawing, hitOf, movedBy, movedHandle } from "./drawing.ts";
import type { ShownMark } from "./mark-layer.tsx";
import type { Pixel } from "./pixel.ts";
import { aimed, beginSketch, isDone, placed, type Sketch } from "./sketch.ts";
import { keepTwoFingers } from "./two-fingers.ts";

/** A picture on screen, as pointers move it. */
export interface PointedView {
  readonly element: HTMLElement;
  readonly getSnapshot: () => { readonly affine: Affine | undefined; readonly isShown: boolean };
  readonly panBy: (by: ScreenPoint) => void;
  /** `at`: what stays where it is, where the view can do that. */
  readonly zoomBy: (factor: number, at?: ScreenPoint) => void;
}

/** A mark of the picture on screen, as a pointer can hit it. */
export interface HitMark {
  readonly id: string;
  readonly drawing: Drawing;
  readonly isOwn: boolean;
}

/** The place of a link is looked at, not moved. */
export const hitMarks = (shown: readonly ShownMark[]): readonly HitMark[] =>
  shown.flatMap(({ id, drawing, look }) => (look === "lit" ? [] : [{ id, drawing, isOwn: look === "own" }]));

/** Moves the view by CSS pixels; made anew for each drag. */
export type ViewDrag = (by: ScreenPoint) => void;

/** What a pointer brings about. */
export interface PointingActs {
  /** What a drag does that begins now: it draws with a tool, or moves the view. */
  readonly tool: () => ImageTool | ViewDrag;
  readonly marks: () => readonly HitMark[];
  readonly mayDraw: () => boolean;
  readonly sketch: () => Sketch | undefined;
  readonly setSketch: (sketch: Sketch | undefined) => void;
  readonly finish: (sketch: Sketch) => void;
  readonly change: (id: string, drawing: Drawing, isLast: boolean) => void;
  readonly open: (id: string) => void;
}

/** CSS pixels below which a press is a click. */
const clickReach = 4;
const reaches = { mouse: 8, touch: 22 } as const;

type Gesture =
  | { readonly is: "view"; readonly drag: ViewDrag; readonly hit: string | undefined }
  | {
      readonly is: "handle";
      readonly id: string;
      readonly handle: number | "line";
      readonly before: Drawing;
      readonly from: Pixel;
    }
  | { readonly is: "sketch" };

/** A drag up enlarges. */
export const zoomDrag =
  (view: Pick<PointedView, "zoomBy">): ViewDrag =>
  ([, down]) =>
    view.zoomBy(Math.exp(-down / 150));

/** From pointer events of one view to acts. One pointer draws or moves the view, two zoom and pan. */
export class Pointing {
  readonly #view: PointedView;
  readonly #acts: PointingActs;
  readonly #pointers = new Map<number, ScreenPoint>();
  #gesture: Gesture | undefined;
  #start: ScreenPoint = [0, 0];
  #last: ScreenPoint = [0, 0];
  #hasMoved = false;

  constructor(view: PointedView, acts: PointingActs) {
    this.#view = view;
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
    [this.#start, this.#last, this.#hasMoved] = [at, at, false];
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
    if (event.button === 1) return { is: "view", drag: (by) => this.#view.panBy(by), hit: undefined };
    if (event.button === 2) return { is: "view", drag: zoomDrag(this.#view), hit: undefined };
    const tool = this.#acts.tool();
    if (!pixel) return typeof tool === "function" ? { is: "view", drag: tool, hit: undefined } : undefined;
    const sketch = this.#acts.sketch();
    if (!sketch) {
      const hit = this.#hit(pixel, event.pointerType);
      if (hit?.mark.isOwn && this.#acts.mayDraw())
        return { is: "handle", id: hit.mark.id, handle: hit.on, before: hit.mark.drawing, from: pixel };
      if (typeof tool === "function") return { is: "view", drag: tool, hit: hit?.mark.id };
    }
    if (typeof tool === "function" || !this.#acts.mayDraw()) return undefined;
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
    if (gesture?.is === "view") return gesture.drag([at[0] - this.#last[0], at[1] - this.#last[1]]);
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

  #pinch(id: number, before: ScreenPoint, at: ScreenPoint): void {
    const other = [...this.#pointers].find(([pointer]) => pointer !== id)?.[1];
    this.#pointers.set(id, at);
    if (!other) return;
    const [was, is] = [distance(before, other), distance(at, other)];
    const middle: ScreenPoint = [(at[0] + other[0]) / 2, (at[1] + other[1]) / 2];
    if (was > 0 && is > 0) this.#view.zoomBy(is / was, middle);
    this.#view.panBy([(at[0] - before[0]) / 2, (at[1] - before[1]) / 2]);
  }

  #hit(pixel: Pixel, pointerType: string) {
    const { affine } = this.#view.getSnapshot();
    const scale = affine ? Math.hypot(affine.a, affine.b) : 1;
    const reach = (pointerType === "touch" ? reaches.touch : reaches.mouse) / scale;
    for (const mark of this.#acts.marks().toReversed()) {
      const on = hitOf(mark.drawing, pixel, reach);
      if (on !== undefined) return { mark, on };
    }
    return undefined;
  }

  #pixelAt(at: ScreenPoint): Pixel | undefined {
    const { affine, isShown } = this.#view.getSnapshot();
    return affine && isShown ? fromScreen(affine, at) : undefined;
  }

  #placeOf({ clientX, clientY }: PointerEvent): ScreenPoint {
    const { left, top } = this.#view.element.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }
}

const distance = ([ax, ay]: ScreenPoint, [bx, by]: ScreenPoint): number => Math.hypot(ax - bx, ay - by);

/** Pointer events of a surface, until it is told to stop. */
export function listenToPointers(surface: HTMLElement, pointing: Pointing, onDown: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  surface.addEventListener(
    "pointerdown",
    (event) => {
      surface.setPointerCapture(event.pointerId);
      onDown();
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
