import type { EcgTool } from "./ecg-context.ts";
import { type Moment, momentAt, stripAt, type Strip } from "./ecg-sheet.ts";
import { hitOutline } from "./mark-outline.ts";
import { isSpan, type TracingShape } from "./tracing-mark.ts";
import { aimedAt, begun, type TracingSketch } from "./tracing-sketch.ts";
import type { EcgPaper } from "./use-ecg-paper.ts";
import type { ShownTracing } from "./use-shown-tracings.ts";

/** What a pointer brings about. */
export interface TracingPointingActs {
  readonly paper: () => EcgPaper;
  readonly tool: () => EcgTool;
  readonly isInAllLeads: () => boolean;
  readonly mayDraw: () => boolean;
  readonly shown: () => readonly ShownTracing[];
  readonly sketch: () => TracingSketch | undefined;
  readonly setSketch: (sketch: TracingSketch | undefined) => void;
  readonly finish: (sketch: TracingSketch) => void;
  readonly change: (id: string, shape: TracingShape, isLast: boolean) => void;
  readonly open: (id: string) => void;
  readonly goTo: (from: number) => void;
}

/** CSS pixels below which a press is a click. */
const clickReach = 4;
const reaches = { mouse: 7, touch: 20 } as const;

type Screen = readonly [x: number, y: number];

type Gesture =
  | { readonly is: "pan"; readonly from: number; readonly hit: string | undefined }
  | {
      readonly is: "mark";
      readonly id: string;
      readonly on: 0 | 1 | "line";
      readonly strip: Strip;
      readonly before: TracingShape;
      readonly first: Moment;
    }
  | { readonly is: "sketch" };

/** From pointer events on the paper to acts: one pointer moves along the recording, draws, or moves an own mark. */
export class TracingPointing {
  readonly #acts: TracingPointingActs;
  #gesture: Gesture | undefined;
  #pointer: number | undefined;
  #start: Screen = [0, 0];
  #hasMoved = false;

  constructor(acts: TracingPointingActs) {
    this.#acts = acts;
  }

  /** Until it is told to stop. */
  listen(surface: HTMLElement, onDown: () => void): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    const placeOf = ({ clientX, clientY }: PointerEvent): Screen => {
      const { left, top } = surface.getBoundingClientRect();
      return [clientX - left, clientY - top];
    };
    const down = (event: PointerEvent) => {
      if (event.button > 1 || this.#pointer !== undefined) return;
      surface.setPointerCapture(event.pointerId);
      onDown();
      this.#pointer = event.pointerId;
      this.#down(placeOf(event), event);
    };
    const move = (event: PointerEvent) => {
      if (this.#pointer === undefined || this.#pointer === event.pointerId) this.#move(placeOf(event));
    };
    const up = (event: PointerEvent) => {
      if (this.#pointer === event.pointerId) this.#up(placeOf(event));
    };
    surface.addEventListener("pointerdown", down, { signal });
    surface.addEventListener("pointermove", move, { signal });
    surface.addEventListener("pointerup", up, { signal });
    surface.addEventListener("pointercancel", () => this.#cancel(), { signal });
    return () => stop.abort();
  }

  #down(at: Screen, { button, pointerType }: PointerEvent): void {
    [this.#start, this.#hasMoved] = [at, false];
    const tool = button === 1 ? "pan" : this.#acts.tool();
    const hit = this.#acts.sketch() ? undefined : this.#hit(at, pointerType);
    const from = this.#acts.paper().from;
    if (hit?.shown.look === "own" && this.#acts.mayDraw() && button !== 1) {
      const { shown, strip, on } = hit;
      this.#gesture = {
        is: "mark",
        id: shown.id,
        on,
        strip,
        before: shown.shape,
        first: this.#momentIn(strip, at),
      };
    } else if (tool === "pan") {
      this.#gesture = { is: "pan", from, hit: hit?.shown.id };
    } else if (this.#acts.mayDraw()) {
      this.#beginSketch(tool, at);
    }
  }

  #beginSketch(tool: Exclude<EcgTool, "pan">, at: Screen): void {
    const known = this.#acts.sketch();
    this.#gesture = { is: "sketch" };
    if (known?.shape.tool === tool)
      return this.#acts.setSketch(aimedAt(known, this.#momentIn(known.strip, at)));
    const strip = stripAt(this.#acts.paper().sheet, this.#spotOf(at));
    if (!strip) return;
    this.#acts.setSketch(begun(tool, strip, this.#momentIn(strip, at), this.#acts.isInAllLeads()));
  }

  #move(at: Screen): void {
    const gesture = this.#gesture;
    this.#hasMoved ||= Math.hypot(at[0] - this.#start[0], at[1] - this.#start[1]) > clickReach;
    const sketch = this.#acts.sketch();
    if ((!gesture || gesture.is === "sketch") && sketch && isSpan(sketch.shape.tool)) {
      if (this.#hasMoved || !gesture) this.#acts.setSketch(aimedAt(sketch, this.#momentIn(sketch.strip, at)));
    } else if (gesture && this.#hasMoved) {
      this.#drag(gesture, at, false);
    }
  }

  #drag(gesture: Gesture, at: Screen, isLast: boolean): void {
    if (gesture.is === "pan") {
      const { pixelsPerMm, speed } = this.#acts.paper();
      this.#acts.goTo(gesture.from - ((at[0] - this.#start[0]) / pixelsPerMm / speed) * 1000);
    } else if (gesture.is === "mark") {
      this.#acts.change(gesture.id, moved(gesture, this.#momentIn(gesture.strip, at)), isLast);
    }
  }

  #up(at: Screen): void {
    const [gesture, sketch] = [this.#gesture, this.#acts.sketch()];
    [this.#gesture, this.#pointer] = [undefined, undefined];
    if (!gesture) return;
    if (gesture.is === "sketch") {
      if (!sketch) return;
      const isSecond = sketch.shape.points[0] !== sketch.shape.points[1];
      // A click gives the first place only; the next one, or a drag, gives the second.
      if (!isSpan(sketch.shape.tool) || this.#hasMoved || isSecond) this.#acts.finish(sketch);
    } else if (this.#hasMoved) {
      this.#drag(gesture, at, true);
    } else if (gesture.is === "mark") {
      this.#acts.open(gesture.id);
    } else if (gesture.hit !== undefined) {
      this.#acts.open(gesture.hit);
    }
  }

  /** The browser took the pointer away: nothing of it counts. */
  #cancel(): void {
    const gesture = this.#gesture;
    [this.#gesture, this.#pointer] = [undefined, undefined];
    if (gesture?.is === "mark" && this.#hasMoved) this.#acts.change(gesture.id, gesture.before, true);
    if (gesture?.is === "sketch") this.#acts.setSketch(undefined);
  }

  #hit(at: Screen, pointerType: string) {
    const { sheet, pixelsPerMm } = this.#acts.paper();
    const near = (pointerType === "touch" ? reaches.touch : reaches.mouse) / pixelsPerMm;
    for (const shown of this.#acts.shown().toReversed()) {
      if (shown.look === "lit" || shown.look === "draft") continue;
      const hit = hitOutline(sheet, shown.shape, this.#spotOf(at), near);
      if (hit) return { shown, ...hit };
    }
    return undefined;
  }

  #spotOf([x, y]: Screen): Screen {
    const { pixelsPerMm } = this.#acts.paper();
    return [x / pixelsPerMm, y / pixelsPerMm];
  }

  /** Not beyond the strip's ends. */
  #momentIn(strip: Strip, at: Screen): Moment {
    const [ms, value] = momentAt(strip, this.#acts.paper().speed, this.#spotOf(at));
    return [Math.min(strip.to, Math.max(strip.from, ms)), value];
  }
}

function moved(
  { on, before, first }: Extract<Gesture, { readonly is: "mark" }>,
  [ms, value]: Moment,
): TracingShape {
  const [one, other] = before.points;
  if (on === 0) return { ...before, points: [[ms, value], before.tool === "point" ? [ms, value] : other] };
  if (on === 1) return { ...before, points: [before.tool === "point" ? [ms, value] : one, [ms, value]] };
  const [along, up] = [Math.max(ms - first[0], -Math.min(one[0], other[0])), value - first[1]];
  return {
    ...before,
    points: [
      [one[0] + along, one[1] + up],
      [other[0] + along, other[1] + up],
    ],
  };
}
