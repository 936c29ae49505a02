import { createWatched } from "@consilium/workspace-client";
import { Enums, eventTarget, RenderingEngine, StackViewport } from "@cornerstonejs/core";
import { type Affine, affineOf, type ScreenPoint } from "../drawn/affine.ts";
import type { Pixel } from "../drawn/pixel.ts";
import { valuesIn } from "./cornerstone.ts";
import { gridOf, type PixelGrid } from "./pixel-statistics.ts";
import type { SeriesFrame } from "./series-frames.ts";
import type { StackLook } from "./stack-look.ts";
import { rangeOfWindow, type ValueWindow, windowOfRange } from "./window-presets.ts";

/** What a viewport shows at this moment. */
export interface ViewState {
  readonly index: number;
  /** The picture of `index` is on screen; before that, the one before it is. */
  readonly isShown: boolean;
  readonly hasFailed: boolean;
  /** From pixels of the picture to the viewport. */
  readonly affine: Affine | undefined;
  readonly window: ValueWindow | undefined;
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
  isInverted: false,
  zoom: 1,
  isFitted: true,
  degrees: 0,
  isMirrored: false,
  size: [0, 0],
};

/** Milliseconds after which a picture counts as failed. If it comes later, it is shown. */
const patience = 30_000;

const zoomLimits = { least: 0.2, most: 20 } as const;
const { IMAGE_RENDERED, STACK_NEW_IMAGE, IMAGE_LOAD_ERROR } = Enums.Events;

/** One stack of pictures in one element. Everything that Cornerstone does for the viewer is asked for here. */
export class ImageViewport {
  readonly element: HTMLDivElement;
  readonly #engine: RenderingEngine;
  readonly #viewport: StackViewport;
  readonly #state = createWatched(nothing);
  readonly #failed = new Set<string>();
  readonly #resized: ResizeObserver;
  readonly subscribe = this.#state.subscribe;
  readonly getSnapshot = this.#state.getSnapshot;
  #frames: readonly SeriesFrame[] = [];
  #index = 0;
  /** Nobody has moved or enlarged it: it fits into whatever room there is. */
  #isFitted = true;
  /** Cornerstone's zoom at which it fits: without WebGL that is not 1. */
  #fitting = 1;
  #late: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(element: HTMLDivElement, id: string) {
    this.element = element;
    this.#engine = new RenderingEngine(`engine ${id}`);
    this.#engine.enableElement({ viewportId: id, type: Enums.ViewportType.STACK, element });
    const viewport = this.#engine.getViewport(id);
    if (!(viewport instanceof StackViewport)) throw new Error("Cornerstone gave another kind of viewport");
    this.#viewport = viewport;
    element.addEventListener(IMAGE_RENDERED, this.#look);
    element.addEventListener(STACK_NEW_IMAGE, this.#look);
    eventTarget.addEventListener(IMAGE_LOAD_ERROR, this.#fail);
    window.addEventListener("unhandledrejection", this.#dropped);
    this.#resized = new ResizeObserver(() => this.#fit());
    this.#resized.observe(element);
  }

  get frames(): readonly SeriesFrame[] {
    return this.#frames;
  }

  get frame(): SeriesFrame | undefined {
    return this.#frames[this.#index];
  }

  /** The failure of one picture is part of the state; the others stay usable. */
  async open(frames: readonly SeriesFrame[], index: number): Promise<void> {
    if (this.#isClosed) return;
    this.#frames = frames;
    this.#index = within(index, frames.length);
    this.#failed.clear();
    this.#isFitted = true;
    await this.#settled(
      this.#viewport.setStack(
        frames.map(({ imageId }) => imageId),
        this.#index,
      ),
    );
  }

  go(index: number): void {
    const next = within(index, this.#frames.length);
    if (next === this.#index || this.#frames.length === 0) return;
    this.#index = next;
    void this.#settled(this.#viewport.setImageIdIndex(next));
    this.#look();
  }

  step(by: number): void {
    this.go(this.#index + by);
  }

  /** A picture that failed is asked for again, in the view as it is. */
  async retry(): Promise<void> {
    const view = this.#viewport.getViewPresentation();
    const { voiRange, invert } = this.#viewport.getProperties();
    await this.open(this.#frames, this.#index);
    if (this.#isClosed) return;
    this.#viewport.setViewPresentation(view);
    this.#viewport.setProperties({ ...(voiRange && { voiRange }), invert: invert ?? false });
    this.#viewport.render();
  }

  setWindow(window: ValueWindow): void {
    this.#viewport.setProperties({ voiRange: rangeOfWindow(window) });
    this.#viewport.render();
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
    return windowOfRange(least, most);
  }

  invert(): void {
    this.#viewport.setProperties({ invert: !this.#state.getSnapshot().isInverted });
    this.#viewport.render();
  }

  zoomBy(factor: number): void {
    const zoom = (this.#viewport.getZoom() / this.#fitting) * factor;
    this.#viewport.setZoom(Math.min(zoomLimits.most, Math.max(zoomLimits.least, zoom)) * this.#fitting);
    this.#isFitted = false;
    this.#viewport.render();
  }

  panBy([right, down]: ScreenPoint): void {
    const [x, y] = this.#viewport.getPan();
    this.#viewport.setPan([x + right, y + down]);
    this.#isFitted = false;
    this.#viewport.render();
  }

  rotate(): void {
    const { rotation = 0 } = this.#viewport.getViewPresentation();
    this.#viewport.setViewPresentation({ rotation: (rotation + 90) % 360 });
    this.#viewport.render();
  }

  flip(): void {
    const { flipHorizontal = false } = this.#viewport.getCamera();
    this.#viewport.setCamera({ flipHorizontal: !flipHorizontal });
    this.#viewport.render();
  }

  /** As it was opened: place, size, direction and window. */
  reset(window: ValueWindow | undefined): void {
    if (this.#viewport.getCamera().flipHorizontal) this.#viewport.setCamera({ flipHorizontal: false });
    this.#viewport.setViewPresentation({ rotation: 0 });
    this.#viewport.resetCamera();
    this.#isFitted = true;
    this.#viewport.resetProperties();
    if (window) this.#viewport.setProperties({ voiRange: rangeOfWindow(window), invert: false });
    this.#viewport.render();
  }

  /** As somebody else sees it, on a screen of another size. */
  take({ window, isInverted, degrees, isMirrored, part }: StackLook): void {
    if (!this.#viewport.getImageData()) return;
    if (Boolean(this.#viewport.getCamera().flipHorizontal) !== isMirrored)
      this.#viewport.setCamera({ flipHorizontal: isMirrored });
    if (!part && !this.#isFitted) this.#viewport.resetCamera();
    this.#viewport.setViewPresentation({ rotation: degrees });
    this.#isFitted = part === undefined;
    if (part) {
      const zoom = Math.min(zoomLimits.most, Math.max(zoomLimits.least, part.zoom));
      this.#viewport.setZoom(zoom * this.#fitting);
      const [x, y] = this.#screenOf(part.middle);
      const [right, down] = this.#viewport.getPan();
      const { clientWidth, clientHeight } = this.element;
      this.#viewport.setPan([right + clientWidth / 2 - x, down + clientHeight / 2 - y]);
    }
    this.#viewport.setProperties({ ...(window && { voiRange: rangeOfWindow(window) }), invert: isInverted });
    this.#viewport.render();
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
    window.removeEventListener("unhandledrejection", this.#dropped);
    eventTarget.removeEventListener(IMAGE_LOAD_ERROR, this.#fail);
    this.element.removeEventListener(IMAGE_RENDERED, this.#look);
    this.element.removeEventListener(STACK_NEW_IMAGE, this.#look);
    this.#engine.destroy();
  }

  #fit(): void {
    if (this.element.clientWidth === 0 || this.element.clientHeight === 0) return;
    this.#engine.resize(true, !this.#isFitted);
    this.#look();
  }

  async #settled(shown: Promise<unknown>): Promise<void> {
    const { frame } = this;
    clearTimeout(this.#late);
    this.#late = setTimeout(this.#giveUp, patience);
    try {
      await shown;
    } catch {
      if (frame) this.#failed.add(frame.imageId);
    }
    this.#look();
  }

  readonly #fail = (event: Event): void => {
    const { imageId } = event instanceof CustomEvent ? imageOf(event.detail) : imageOf(undefined);
    if (imageId === undefined || !this.#frames.some((frame) => frame.imageId === imageId)) return;
    this.#failed.add(imageId);
    this.#look();
  };

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

  readonly #look = (): void => {
    if (this.#isClosed) return;
    const { frame } = this;
    const image = this.#viewport.getCornerstoneImage() ?? undefined;
    const { voiRange, invert } = this.#viewport.getProperties();
    const isShown = frame !== undefined && image?.imageId === frame.imageId;
    if (isShown) this.#failed.delete(frame.imageId);
    // Without WebGL there is a moment in which the picture is there and its place is not.
    const hasPlace = image !== undefined && Boolean(this.#viewport.getImageData());
    if (hasPlace && this.#isFitted) this.#fitting = this.#viewport.getZoom() || 1;
    this.#state.set({
      index: this.#index,
      isShown,
      hasFailed: frame !== undefined && this.#failed.has(frame.imageId),
      affine: hasPlace ? affineOf((pixel) => this.#screenOf(pixel)) : undefined,
      window: voiRange && windowOfRange(voiRange.lower, voiRange.upper),
      isInverted: invert ?? false,
      zoom: hasPlace ? this.#viewport.getZoom() / this.#fitting : 1,
      isFitted: this.#isFitted,
      degrees: hasPlace ? (this.#viewport.getViewPresentation().rotation ?? 0) : 0,
      isMirrored: hasPlace && Boolean(this.#viewport.getCamera().flipHorizontal),
      size: [this.element.clientWidth, this.element.clientHeight],
    });
  };

  /** By Cornerstone's own idea of where the picture lies, whatever it made of a missing spacing or position. */
  #screenOf([column, row]: Pixel): ScreenPoint {
    const { origin, direction, spacing } = this.#viewport.getImageData();
    const [x = 0, y = 0, z = 0] = [0, 1, 2].map(
      (axis) =>
        (origin[axis] ?? 0) +
        (direction[axis] ?? 0) * column * spacing[0] +
        (direction[axis + 3] ?? 0) * row * spacing[1],
    );
    const [right, down] = this.#viewport.worldToCanvas([x, y, z]);
    return [right, down];
  }
}

const within = (index: number, count: number): number => Math.max(0, Math.min(count - 1, Math.round(index)));

function imageOf(detail: unknown): { readonly imageId: string | undefined } {
  const id =
    typeof detail === "object" && detail !== null && "imageId" in detail ? detail.imageId : undefined;
  return { imageId: typeof id === "string" ? id : undefined };
}
