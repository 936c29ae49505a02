import type { SlideContent } from "@consilium/clinical";
import { createWatched } from "@consilium/workspace-client";
import OpenSeadragon from "openseadragon";
import { styleNonce } from "../app/content-security.ts";
import { type Affine, affineOf, fromScreen, type ScreenPoint } from "../drawn/affine.ts";
import type { Pixel } from "../drawn/pixel.ts";
import type { PointedView } from "../drawn/pointing.ts";
import type { SlideBox, SlideSight } from "./slide-place.ts";
import { tileSource } from "./tile-source.ts";

/** What a viewport shows at this moment. */
export interface SlideState {
  readonly isShown: boolean;
  /** A tile did not come. */
  readonly hasFailed: boolean;
  /** CSS pixels of the viewport. */
  readonly size: readonly [width: number, height: number];
  /** From pixels of the slide to the viewport. */
  readonly affine: Affine | undefined;
  /** CSS pixels for one pixel of the slide. */
  readonly zoom: number;
  readonly degrees: number;
  readonly sight: SlideSight | undefined;
}

const nothing: SlideState = {
  isShown: false,
  hasFailed: false,
  size: [0, 0],
  affine: undefined,
  zoom: 0,
  degrees: 0,
  sight: undefined,
};

export interface SlidePlaces {
  readonly element: HTMLElement;
  /** For the whole slide, small. */
  readonly navigator: HTMLElement;
}

export interface TileAddress {
  /** Without the level, the column and the row. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Larger than they are pixels show nothing more. */
const mostZoom = 4;
const { Point, Rect } = OpenSeadragon;

/** One slide in one element. Everything that OpenSeadragon does for the viewer is asked for here. */
export class SlideViewport implements PointedView {
  readonly element: HTMLElement;
  readonly #viewer: OpenSeadragon.Viewer;
  readonly #parts: readonly HTMLElement[];
  readonly #state = createWatched(nothing);
  readonly subscribe = this.#state.subscribe;
  readonly getSnapshot = this.#state.getSnapshot;

  constructor({ element, navigator }: SlidePlaces, slide: SlideContent, address: TileAddress) {
    this.element = element;
    keepStyleAway();
    // It takes away what it was given, at its end.
    const [picture, small] = [filling(element), filling(navigator)];
    this.#parts = [picture, small];
    this.#viewer = OpenSeadragon({
      element: picture,
      navigatorElement: small,
      ...looks,
      ajaxHeaders: address.headers,
      tileSources: tileSource(slide, address.base),
    });
    for (const event of ["open", "update-viewport", "animation", "resize", "rotate"] as const)
      this.#viewer.addHandler(event, this.#look);
    this.#viewer.addHandler("tile-load-failed", () => this.#set({ hasFailed: true }));
    this.#viewer.addHandler("open-failed", () => this.#set({ hasFailed: true }));
  }

  panBy([right, down]: ScreenPoint): void {
    const { viewport } = this.#viewer;
    viewport.panBy(viewport.deltaPointsFromPixels(new Point(-right, -down), true), true);
    viewport.applyConstraints(true);
  }

  /** By parts of what is seen. */
  panByScreens([right, down]: ScreenPoint): void {
    const { width, height } = this.element.getBoundingClientRect();
    const { viewport } = this.#viewer;
    viewport.panBy(viewport.deltaPointsFromPixels(new Point(right * width, down * height), true));
    viewport.applyConstraints();
  }

  zoomBy(factor: number, at?: ScreenPoint): void {
    const { viewport } = this.#viewer;
    const around = at && viewport.pointFromPixel(new Point(...at), true);
    viewport.zoomBy(factor, around);
    viewport.applyConstraints();
  }

  /** CSS pixels for one pixel of the slide. */
  zoomTo(zoom: number): void {
    const { viewport } = this.#viewer;
    viewport.zoomTo(viewport.imageToViewportZoom(zoom));
    viewport.applyConstraints();
  }

  turn(degrees: number): void {
    const { viewport } = this.#viewer;
    viewport.setRotation(viewport.getRotation() + degrees);
  }

  reset(): void {
    this.#viewer.viewport.setRotation(0, true);
    this.#viewer.viewport.goHome();
  }

  fit([left, top, width, height]: SlideBox): void {
    if (!this.#viewer.isOpen()) return;
    const { viewport } = this.#viewer;
    viewport.fitBoundsWithConstraints(viewport.imageToViewportRectangle(new Rect(left, top, width, height)));
  }

  /** As somebody else sees it. */
  show({ centre, width, degrees }: SlideSight): void {
    if (!this.#viewer.isOpen()) return;
    const { viewport } = this.#viewer;
    viewport.setRotation(degrees);
    viewport.panTo(viewport.imageToViewportCoordinates(new Point(...centre)));
    viewport.zoomTo(viewport.imageToViewportZoom(this.element.clientWidth / width));
  }

  /** The pixel of the slide in the middle of the view. */
  middle(): Pixel | undefined {
    const { affine } = this.getSnapshot();
    return affine && fromScreen(affine, [this.element.clientWidth / 2, this.element.clientHeight / 2]);
  }

  /** What is seen: two corners across from one another, in pixels of the slide. */
  corners(): readonly Pixel[] {
    const { affine } = this.getSnapshot();
    if (!affine) return [];
    const { clientWidth, clientHeight } = this.element;
    return [fromScreen(affine, [0, 0]), fromScreen(affine, [clientWidth, clientHeight])];
  }

  /** Asks again for what did not come. */
  retry(): void {
    this.#set({ hasFailed: false });
    this.#viewer.world.resetItems();
    this.#viewer.forceRedraw();
  }

  close(): void {
    this.#viewer.destroy();
    for (const part of this.#parts) part.remove();
  }

  #set(changed: Partial<SlideState>): void {
    this.#state.set({ ...this.getSnapshot(), ...changed });
  }

  readonly #look = (): void => {
    if (!this.#viewer.isOpen()) return;
    const item = this.#viewer.world.getItemAt(0);
    const affine = affineOf((pixel) => {
      const { x, y } = item.imageToViewerElementCoordinates(new Point(...pixel));
      return [x, y];
    });
    if (!affine) return;
    const now = this.getSnapshot();
    if (now.isShown && now.affine && isSame(now.affine, affine)) return;
    const zoom = Math.hypot(affine.a, affine.b);
    const degrees = Math.round((Math.atan2(affine.b, affine.a) * 180) / Math.PI);
    const { clientWidth, clientHeight } = this.element;
    const centre = fromScreen(affine, [clientWidth / 2, clientHeight / 2]);
    this.#set({
      isShown: true,
      size: [clientWidth, clientHeight],
      affine,
      zoom,
      degrees,
      sight: { centre, width: clientWidth / zoom, degrees },
    });
  };
}

/**
 * OpenSeadragon writes a `<style>` without the page's nonce, which its policy refuses and reports, unless there is one of
 * that name. What it would say is in slide.css.
 */
function keepStyleAway(): void {
  const name = "data-openseadragon-mobile-css";
  if (document.querySelector(`style[${name}]`)) return;
  const style = document.createElement("style");
  style.nonce = styleNonce;
  style.setAttribute(name, "");
  document.head.append(style);
}

function filling(element: HTMLElement): HTMLElement {
  const part = document.createElement("div");
  part.className = "slide-part";
  element.append(part);
  return part;
}

const isSame = (one: Affine, other: Affine): boolean =>
  one.a === other.a &&
  one.b === other.b &&
  one.c === other.c &&
  one.d === other.d &&
  one.e === other.e &&
  one.f === other.f;

/** The canvas is chosen: where WebGL is emulated it takes seconds to begin. Pointers and keys are the viewer's own. */
const looks: OpenSeadragon.Options = {
  drawer: "canvas",
  navigatorDrawer: "canvas",
  showNavigator: true,
  navigatorAutoFade: false,
  navigatorBackground: "transparent",
  navigatorBorderColor: "transparent",
  navigatorDisplayRegionColor: "#0b5b66",
  showNavigationControl: false,
  mouseNavEnabled: false,
  keyboardNavEnabled: false,
  tabIndex: -1,
  loadTilesWithAjax: true,
  imageLoaderLimit: 6,
  tileRetryMax: 2,
  tileRetryDelay: 1500,
  animationTime: 0.3,
  springStiffness: 8,
  visibilityRatio: 0.3,
  minZoomImageRatio: 0.6,
  maxZoomPixelRatio: mostZoom,
};
