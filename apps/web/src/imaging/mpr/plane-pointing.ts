import { fromScreen, type ScreenPoint } from "../../drawn/affine.ts";
import type { Affine } from "../../drawn/affine.ts";
import type { Pixel } from "../../drawn/pixel.ts";
import { draggedWindow, type ValueWindow } from "../window-presets.ts";
import { pannedBy, type PlaneMove, zoomedBy } from "./plane-fit.ts";
import type { PlaneTool } from "./use-planes.ts";

/** What pointers bring about in one plane. */
export interface PlanePointingActs {
  readonly tool: () => PlaneTool;
  readonly affine: () => Affine | undefined;
  readonly window: () => ValueWindow | undefined;
  readonly point: (pixel: Pixel) => void;
  readonly setWindow: (window: ValueWindow) => void;
  readonly move: (change: (now: PlaneMove) => PlaneMove) => void;
}

/** CSS pixels below which a touch is a tap. */
const tapReach = 6;

/**
 * From pointer events of one plane to acts. A mouse puts the point at once; a finger when it is lifted or moved sideways, because
 * up and down it moves the page. Two fingers enlarge and move the picture.
 */
export class PlanePointing {
  readonly #acts: PlanePointingActs;
  readonly #pointers = new Map<number, ScreenPoint>();
  #tool: PlaneTool | undefined;
  #start: ScreenPoint = [0, 0];
  #hasMoved = false;

  constructor(acts: PlanePointingActs) {
    this.#acts = acts;
  }

  down(event: PointerEvent, at: ScreenPoint): void {
    this.#pointers.set(event.pointerId, at);
    if (this.#pointers.size > 1) {
      this.#tool = undefined;
      return;
    }
    [this.#start, this.#hasMoved] = [at, false];
    this.#tool = event.button === 1 ? "pan" : event.button === 2 ? "zoom" : this.#acts.tool();
    if (this.#tool === "point" && event.pointerType !== "touch") this.#point(at);
  }

  move(event: PointerEvent, at: ScreenPoint): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    if (this.#pointers.size > 1) return this.#pinch(event.pointerId, before, at);
    this.#hasMoved ||= distance(at, this.#start) > tapReach;
    this.#pointers.set(event.pointerId, at);
    if (this.#hasMoved) this.#drag(before, at);
  }

  up(event: PointerEvent, at: ScreenPoint): void {
    const wasAlone = this.#pointers.size === 1;
    this.#pointers.delete(event.pointerId);
    if (wasAlone && this.#tool === "point" && !this.#hasMoved) this.#point(at);
    if (this.#pointers.size === 0) this.#tool = undefined;
  }

  /** The browser took the pointer away: it moves the page. */
  cancel(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId);
    this.#tool = undefined;
  }

  #drag(before: ScreenPoint, at: ScreenPoint): void {
    const by: ScreenPoint = [at[0] - before[0], at[1] - before[1]];
    const window = this.#acts.window();
    if (this.#tool === "point") this.#point(at);
    else if (this.#tool === "pan") this.#acts.move((now) => pannedBy(now, by));
    else if (this.#tool === "zoom") this.#acts.move((now) => zoomedBy(now, Math.exp(-by[1] / 150)));
    else if (this.#tool === "window" && window) this.#acts.setWindow(draggedWindow(window, by));
  }

  #pinch(id: number, before: ScreenPoint, at: ScreenPoint): void {
    const other = [...this.#pointers].find(([pointer]) => pointer !== id)?.[1];
    this.#pointers.set(id, at);
    if (!other) return;
    const [was, is] = [distance(before, other), distance(at, other)];
    const by: ScreenPoint = [(at[0] - before[0]) / 2, (at[1] - before[1]) / 2];
    this.#acts.move((now) => pannedBy(was > 0 && is > 0 ? zoomedBy(now, is / was) : now, by));
  }

  #point(at: ScreenPoint): void {
    const affine = this.#acts.affine();
    if (affine) this.#acts.point(fromScreen(affine, at));
  }
}

const distance = ([ax, ay]: ScreenPoint, [bx, by]: ScreenPoint): number => Math.hypot(ax - bx, ay - by);
