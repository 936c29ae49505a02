import {
  type ImageAnchor,
  imageAnchorLimits,
  type ImageMark,
  type ImageWindow,
  type Point,
} from "@consilium/workspace";
import type { Drawing } from "../drawn/drawing.ts";
import type { Pixel } from "../drawn/pixel.ts";
import { toPatient, toPixel } from "./image-plane.ts";
import type { ViewState } from "./image-viewport.ts";
import { spacingOfMark } from "./mark-spacing.ts";
import type { OpenSeries, SeriesFrame } from "./series-frames.ts";

/** The picture as a whole, as it is seen. Undefined: the server does not say what its file's digest is. */
export function keyImage(
  record: string,
  { study, series }: OpenSeries,
  frame: SeriesFrame,
  look?: Pick<ViewState, "window" | "ownWindow">,
): ImageAnchor | undefined {
  const { sha256, instance } = frame;
  if (sha256 === undefined) return undefined;
  const window = look && chosenWindow(look);
  const picture = { kind: "image", record, sha256, study, series, instance, frame: frame.frame } as const;
  return { ...picture, ...(window && { window }), mark: null };
}

/** Undefined: nobody has turned it from how the picture is by itself. */
function chosenWindow({
  window,
  ownWindow,
}: Pick<ViewState, "window" | "ownWindow">): ImageWindow | undefined {
  if (!window || (ownWindow?.centre === window.centre && ownWindow.width === window.width)) return undefined;
  const { centre, width } = window;
  return width >= 1 ? { centre: thousandths(centre), width: thousandths(width) } : undefined;
}

/** A finished mark. `says`: what was measured, in words; the unit is stored with it. */
export function markOfDrawing(drawing: Drawing, frame: SeriesFrame, says: string | null): ImageMark {
  const { tool, points } = drawing;
  const { plane, frameOfReference } = frame;
  const { spacing } = spacingOfMark(frame, drawing);
  const common = { tool, unit: spacing.unit, says: says?.slice(0, imageAnchorLimits.says) ?? null };
  if (!plane || frameOfReference === undefined) {
    return {
      ...common,
      points: points.map(([column, row]) => rounded([column, row, 0])),
      space: { is: "pixels" },
    };
  }
  const [x, y, z] = plane.downColumn;
  return {
    ...common,
    points: points.map((point) => rounded(toPatient(plane, point))),
    space: { is: "patient", frameOfReference, normal: rounded(plane.normal), up: rounded([-x, -y, -z]) },
  };
}

/** What to draw of a mark on its picture. Undefined: it was made in another space than the picture's. */
export function drawingOfMark(
  { tool, points, space }: ImageMark,
  { plane, frameOfReference }: SeriesFrame,
): Drawing | undefined {
  if (space.is === "pixels") return { tool, points: points.map(([column, row]): Pixel => [column, row]) };
  if (!plane || space.frameOfReference !== frameOfReference) return undefined;
  return { tool, points: points.map((point) => toPixel(plane, point)) };
}

/** The place of an anchor's picture in a series; -1: it is not of this series. */
export const indexOfAnchor = ({ frames, series }: OpenSeries, anchor: ImageAnchor): number =>
  anchor.series === series
    ? frames.findIndex(({ instance, frame }) => instance === anchor.instance && frame === anchor.frame)
    : -1;

/** Thousandths of a millimetre: below what is seen, and -0 is 0, so that equal places are equal JSON. */
const rounded = ([x, y, z]: Point): Point => [thousandths(x), thousandths(y), thousandths(z)];
const thousandths = (value: number): number => Math.round(value * 1000) / 1000 || 0;
