import { createWatched } from "@consilium/workspace-client";
import type { Affine, ScreenPoint } from "../drawn/affine.ts";
import { type DecodedPicture, decodedPicture, fetchNow, valuesIn } from "./cornerstone.ts";
import { PictureCanvas } from "./picture-canvas.ts";
import {
  enlarged,
  mirrored,
  moved,
  type PicturePose,
  placeOfPicture,
  poseOfLook,
  turned,
  unmoved,
} from "./picture-place.ts";
import { gridOf, type PixelGrid } from "./pixel-statistics.ts";
import type { SeriesFrame } from "./series-frames.ts";
import { withWindow } from "./shades.ts";
import type { StackLook } from "./stack-look.ts";
import { fullWindowOf, type ValueWindow } from "./window-presets.ts";

/** How values are to be seen. What is undefined is as each picture says. */
export interface PictureLook {
  readonly window: ValueWindow | undefined;
  readonly isInverted: boolean | undefined;
}

/** What a viewport shows at this moment. */
export interface ViewState {
  readonly index: number;
  /** The picture of `index` is on screen; before that, the one before it is. */
  readonly isShown: boolean;
  readonly hasFailed: boolean;
  /** From pixels of the picture to the viewport. */
  readonly affine: Affine | undefined;
  /** Undefined: there is no picture yet, or it is one in colour. */
  readonly window: ValueWindow | undefined;
  /** Which the picture on screen would have by itself. */
  readonly ownWindow: ValueWindow | undefined;
  readonly isInverted: boolean;
  /** 1: the whole picture fits. */
  readonly zoom: number;
  /** Nobody has moved or enlarged it. */
  readonly isFitted: boolean;
  readonly degrees: number;
  readonly isMirrored: boolean;
  readonly size: readonly [width: number, height: number];
}

const nothing: ViewState = {
  index: 0,
  isShown: false,
  hasFailed: false,
  affine: undefined,
  window: undefined,
  ownWindow: undefined,
  isInverted: false,
  zoom: 1,
  isFitted: true,
  degrees: 0,
  isMirrored: false,
  size: [0, 0],
};

/** Milliseconds after which a picture counts as failed. If it comes later, it is shown. */
const patience = 30_000;

/** One stack of pictures in one element. */
export class ImageViewport {
  readonly element: HTMLDivElement;
  readonly #canvas = new PictureCanvas();
  readonly #state = createWatched(nothing);
  readonly #failed = new Set<string>();
  readonly #resized: ResizeObserver;
  readonly subscribe = this.#state.subscribe;
  readonly getSnapshot = this.#state.getSnapshot;
  #frames: readonly SeriesFrame[] = [];
  #index = 0;
  /** On screen: while another one is on its way, still the one before it. */
  #shown: { readonly frame: SeriesFrame; readonly decoded: DecodedPicture } | undefined;
  #pose: PicturePose = unmoved;
  /** Undefined: as the picture says. */
  #window: ValueWindow | undefined;
  #isInverted: boolean | undefined;
  #nextFrame: number | undefined;
  #late: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(element: HTMLDivElement) {
    this.element = element;
    element.replaceChildren(this.#canvas.element);
    window.addEventListener("unhandledrejection", this.#dropped);
    this.#resized = new ResizeObserver(() => {
      this.#look();
      // A canvas of another size is empty until it is drawn.
      this.#draw();
    });
    this.#resized.observe(element);
  }

  get frames(): readonly SeriesFrame[] {
    return this.#frames;
  }

  get frame(): SeriesFrame | undefined {
    return this.#frames[this.#index];
  }

  /** The failure of one picture is part of the state; the others stay usable. Resolves when the first is there, or failed. */
  async open(frames: readonly SeriesFrame[], index: number, look: PictureLook): Promise<void> {
    if (this.#isClosed) return;
    this.#frames = frames;
    this.#index = within(index, frames.length);
    this.#failed.clear();
    this.#pose = unmoved;
    this.#window = look.window;
    this.#isInverted = look.isInverted;
    await this.#fetched();
  }

  go(index: number): void {
    const next = within(index, this.#frames.length);
    if (next === this.#index || this.#frames.length === 0) return;
    this.#index = next;
    if (!this.#take()) void this.#fetched();
    this.#look();
  }

  step(by: number): void {
    this.go(this.#index + by);
  }

  /** A picture that failed is asked for again, in the view as it is. */
  async retry(): Promise<void> {
    if (this.frame) this.#failed.delete(this.frame.imageId);
    await this.#fetched();
  }

  setWindow(window: ValueWindow): void {
    this.#window = window;
    this.#look();
  }

  /** The picture's own values, from the least to the greatest. */
  fullWindow(): ValueWindow | undefined {
    const grid = this.grid();
    if (!grid) return undefined;
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let at = 0; at < grid.columns * grid.rows; at += 1) {
      const value = grid.at(at);
      if (value < least) least = value;
      if (value > most) most = value;
    }
    return fullWindowOf(least, most);
  }

  invert(): void {
    this.#isInverted = !this.#state.getSnapshot().isInverted;
    this.#look();
  }

  zoomBy(factor: number): void {
    this.#move(enlarged(this.#pose, factor));
  }

  panBy(by: ScreenPoint): void {
    this.#move(moved(this.#pose, by));
  }

  rotate(): void {
    this.#move(turned(this.#pose));
  }

  flip(): void {
    this.#move(mirrored(this.#pose));
  }

  /** As it was opened: place, size, direction and window. */
  reset(window: ValueWindow | undefined): void {
    this.#window = window;
    this.#isInverted = undefined;
    this.#move(unmoved);
  }

  /** As somebody else sees it, on a screen of another size. */
  adopt(look: StackLook): void {
    const { frame } = this;
    if (!frame) return;
    this.#window = look.window;
    this.#isInverted = look.isInverted;
    this.#move(poseOfLook(frame, [this.element.clientWidth, this.element.clientHeight], look));
  }

  /** The values of the picture on screen. Undefined: it is in colour, or not there. */
  grid(): PixelGrid | undefined {
    const { frame } = this;
    const values = frame && valuesIn(frame.imageId);
    return values && gridOf(values, frame.valueUnit);
  }

  /** What still comes for it is nobody's any more. */
  close(): void {
    this.#isClosed = true;
    this.#resized.disconnect();
    clearTimeout(this.#late);
    if (this.#nextFrame !== undefined) cancelAnimationFrame(this.#nextFrame);
    window.removeEventListener("unhandledrejection", this.#dropped);
    this.#canvas.element.remove();
  }

  #move(pose: PicturePose): void {
    this.#pose = pose;
    this.#look();
  }

  /** Of the picture that is looked at, once it is there or failed. */
  async #fetched(): Promise<void> {
    const { frame } = this;
    if (!frame) return;
    clearTimeout(this.#late);
    this.#late = setTimeout(this.#giveUp, patience);
    if (!(await fetchNow(frame.imageId))) this.#failed.add(frame.imageId);
    this.#look();
  }

  /** Puts the picture that is looked at on screen, if it is there. */
  #take(): boolean {
    const { frame } = this;
    if (!frame) return false;
    if (this.#shown?.frame === frame) return true;
    const decoded = decodedPicture(frame.imageId);
    if (decoded) this.#shown = { frame, decoded };
    return decoded !== undefined;
  }

  /** Cornerstone loses some failures of decoding: nothing says so but the page, or nothing at all. */
  readonly #dropped = (event: PromiseRejectionEvent): void => {
    // A picture that the server did not give: said where it is looked at.
    if (event.reason instanceof XMLHttpRequest) event.preventDefault();
    this.#giveUp();
  };

  readonly #giveUp = (): void => {
    const { frame } = this;
    if (!frame || this.#state.getSnapshot().isShown) return;
    this.#failed.add(frame.imageId);
    this.#look();
  };

  /** Says what is shown, and draws it in the next frame. */
  #look(): void {
    if (this.#isClosed) return;
    const { frame } = this;
    const isShown = this.#take();
    if (frame && isShown) this.#failed.delete(frame.imageId);
    const shown = this.#shown;
    const size = [this.element.clientWidth, this.element.clientHeight] as const;
    this.#state.set({
      index: this.#index,
      isShown,
      hasFailed: frame !== undefined && this.#failed.has(frame.imageId),
      affine: shown && placeOfPicture(shown.frame, size, this.#pose),
      ...saidOf(this.#pose),
      window: (shown?.frame ?? frame)?.isInColour ? undefined : (this.#window ?? shown?.decoded.look.window),
      ownWindow: shown?.decoded.look.window,
      isInverted: this.#isInverted ?? shown?.decoded.look.isInverted ?? false,
      size,
    });
    this.#nextFrame ??= requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    if (this.#nextFrame !== undefined) cancelAnimationFrame(this.#nextFrame);
    this.#nextFrame = undefined;
    const { affine, window, isInverted, size } = this.#state.getSnapshot();
    const decoded = this.#shown?.decoded;
    const look = decoded && withWindow(decoded.look, window, isInverted);
    this.#canvas.draw(size, affine && look && { picture: decoded.picture, affine, look });
  }
}

const saidOf = ({ zoom, pan, turns, isMirrored }: PicturePose) => ({
  zoom,
  isFitted: zoom === 1 && pan[0] === 0 && pan[1] === 0,
  degrees: 90 * turns,
  isMirrored,
});

const within = (index: number, count: number): number => Math.max(0, Math.min(count - 1, Math.round(index)));
