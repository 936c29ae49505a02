import type { Affine, ScreenPoint } from "../../drawn/affine.ts";
import type { PlaneView } from "./plane-view.ts";
import type { SliceVolume } from "./slice-volume.ts";

/** How a plane is moved and enlarged. 1 and 0, 0: the whole of it fits. */
export interface PlaneMove {
  readonly zoom: number;
  readonly pan: ScreenPoint;
}

export const unmoved: PlaneMove = { zoom: 1, pan: [0, 0] };

const zoomLimits = { least: 0.5, most: 20 } as const;

export const zoomedBy = ({ zoom, pan }: PlaneMove, factor: number): PlaneMove => {
  const next = Math.min(zoomLimits.most, Math.max(zoomLimits.least, zoom * factor));
  // What stands in the middle stays there.
  return { zoom: next, pan: [(pan[0] * next) / zoom, (pan[1] * next) / zoom] };
};

export const pannedBy = ({ zoom, pan }: PlaneMove, [right, down]: ScreenPoint): PlaneMove => ({
  zoom,
  pan: [pan[0] + right, pan[1] + down],
});

/**
 * From pixels of the plane's picture to the screen, a millimetre being as long one way as the other. Undefined: there is no
 * room yet.
 */
export function fitted(
  { spacing }: SliceVolume,
  { right, down, columns, rows }: PlaneView,
  [width, height]: ScreenPoint,
  { zoom, pan }: PlaneMove,
): Affine | undefined {
  if (width <= 0 || height <= 0) return undefined;
  const [across, below] = [spacing[right.axis], spacing[down.axis]];
  const perMillimetre = Math.min(width / (columns * across), height / (rows * below)) * zoom;
  const [a, d] = [across * perMillimetre, below * perMillimetre];
  // The first pixel's centre lies half a pixel inside.
  const e = width / 2 + pan[0] - ((columns - 1) * a) / 2;
  const f = height / 2 + pan[1] - ((rows - 1) * d) / 2;
  return { a, b: 0, c: 0, d, e, f };
}
