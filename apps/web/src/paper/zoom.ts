/** How large pages are shown: as wide or as large as there is room, or so many times their natural size. */
export type Zoom = { readonly to: "width" | "page" } | { readonly to: "scale"; readonly scale: number };

/** CSS pixels at natural size. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const least = 0.1;
const largest = 6;
const step = 1.25;

export const clampScale = (scale: number): number => Math.min(largest, Math.max(least, scale));

/** `room`: what of the stage a page may fill. `page`: as it is turned. */
export function scaleOf(zoom: Zoom, page: Size, room: Size): number {
  if (zoom.to === "scale") return clampScale(zoom.scale);
  const byWidth = room.width / page.width;
  return clampScale(zoom.to === "width" ? byWidth : Math.min(byWidth, room.height / page.height));
}

/** The next larger or smaller of fixed steps, so that going back and forth ends where it began. */
export function nextScale(scale: number, direction: 1 | -1): number {
  const at = Math.log(scale) / Math.log(step);
  // A scale that is a step already goes on to the next one.
  const next = direction > 0 ? Math.floor(at + 1.001) : Math.ceil(at - 1.001);
  return clampScale(step ** next);
}

/** Pixels of a canvas that every browser draws, a telephone's included. */
const mostPixels = 4096 * 4096;

/** How many pixels of a canvas make one of the screen: less than it could have where the canvas would be too large. */
export function sharpness({ width, height }: Size, devicePixelRatio: number): number {
  return Math.min(devicePixelRatio, Math.sqrt(mostPixels / (width * height)));
}
