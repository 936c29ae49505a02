import { type ImageTool, linesOf, type MarkDrawing } from "@consilium/workspace";
import type { Pixel } from "./pixel.ts";
import { distanceToLine } from "./simplify-line.ts";

/** What is drawn, in pixels of its picture. The points are those of `ImageMark`, in the order that each tool's line says. */
export type Drawing = MarkDrawing;

/**
 * How many places a person gives. Of the ellipse, the rectangle and the circle they are two; of a freehand line as many as
 * they like, and the last is the first again.
 */
export const placesOf: Readonly<Record<ImageTool, number>> = {
  length: 2,
  /** The longer, then the shorter across it: both ends of each. */
  bidirectional: 2,
  /** The middle one is the corner. */
  angle: 3,
  /** Two lines, both ends of each. */
  "cobb-angle": 4,
  /** Corners of the box around it. */
  ellipse: 2,
  rectangle: 2,
  /** The centre, then a place on it. */
  circle: 2,
  freehand: Number.POSITIVE_INFINITY,
  probe: 1,
  /** The point, then the tail. */
  arrow: 2,
};

export const isArea = (tool: ImageTool): boolean =>
  tool === "ellipse" || tool === "rectangle" || tool === "circle" || tool === "freehand";

/** The points that a mark has after these places were given: two diameters begin with the shorter at half length. */
export function drawingFrom(tool: ImageTool, places: readonly Pixel[]): Drawing {
  const [from, to] = places;
  if (tool !== "bidirectional" || !from || !to) return { tool, points: places };
  const middle: Pixel = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const across: Pixel = [(from[1] - to[1]) / 4, (to[0] - from[0]) / 4];
  return {
    tool,
    points: [
      from,
      to,
      [middle[0] + across[0], middle[1] + across[1]],
      [middle[0] - across[0], middle[1] - across[1]],
    ],
  };
}

/** One handle moved. The shorter diameter stays square to the longer. */
export function movedHandle({ tool, points }: Drawing, handle: number, to: Pixel): Drawing {
  const moved = points.map((point, at) => (at === handle ? to : point));
  if (tool !== "bidirectional") return { tool, points: moved };
  return { tool, points: handle < 2 ? acrossKept(points, moved) : acrossMoved(moved, handle, to) };
}

export const movedBy = ({ tool, points }: Drawing, [dx, dy]: Pixel): Drawing => ({
  tool,
  points: points.map(([x, y]): Pixel => [x + dx, y + dy]),
});

/** Which handle stands within `reach` of a place, or that the line does. All in pixels of the picture. */
export function hitOf(drawing: Drawing, place: Pixel, reach: number): number | "line" | undefined {
  const handle =
    drawing.tool === "freehand" ? -1 : drawing.points.findIndex((point) => distance(point, place) <= reach);
  if (handle >= 0) return handle;
  const isNear = linesOf(drawing).some((line) =>
    line.some((point, at) => distanceToLine(place, line[at - 1] ?? point, point) <= reach),
  );
  return isNear ? "line" : undefined;
}

function acrossKept(before: readonly Pixel[], moved: readonly Pixel[]): readonly Pixel[] {
  const [from, to] = [frameOf(before), frameOf(moved)];
  if (!from || !to) return moved;
  return moved.map((point, at) => {
    if (at < 2) return point;
    const { along, side } = from.partsOf(point);
    return to.place(along, side);
  });
}

function acrossMoved(moved: readonly Pixel[], handle: number, to: Pixel): readonly Pixel[] {
  const frame = frameOf(moved);
  if (!frame) return moved;
  const along = Math.min(1, Math.max(0, frame.partsOf(to).along));
  return moved.map((point, at) =>
    at < 2 ? point : frame.place(along, frame.partsOf(at === handle ? to : point).side),
  );
}

/** Coordinates of the longer diameter: the part of its length, and pixels to its side. */
function frameOf([from, to]: readonly Pixel[]) {
  if (!from || !to) return undefined;
  const size = distance(from, to);
  if (size === 0) return undefined;
  const [ux, uy] = [(to[0] - from[0]) / size, (to[1] - from[1]) / size];
  return {
    partsOf: ([x, y]: Pixel) => ({
      along: ((x - from[0]) * ux + (y - from[1]) * uy) / size,
      side: (y - from[1]) * ux - (x - from[0]) * uy,
    }),
    place: (along: number, side: number): Pixel => [
      from[0] + ux * along * size - uy * side,
      from[1] + uy * along * size + ux * side,
    ],
  };
}

const distance = ([ax, ay]: Pixel, [bx, by]: Pixel): number => Math.hypot(ax - bx, ay - by);
