import type { ImageTool } from "./image-anchor.ts";

/** A place in a picture: column and row, the first pixel's centre being 0, 0. */
export type Pixel = readonly [column: number, row: number];

/** What is drawn, in pixels of its picture. The points are those of `ImageMark`. */
export interface MarkDrawing {
  readonly tool: ImageTool;
  readonly points: readonly Pixel[];
}

/** The lines that a mark consists of, in pixels; closed ones end where they begin. */
export function linesOf({ tool, points }: MarkDrawing): readonly (readonly Pixel[])[] {
  const [first, second] = points;
  if (!first) return [];
  switch (tool) {
    case "length":
    case "arrow":
    case "angle":
      return [points];
    case "bidirectional":
    case "cobb-angle":
      return [points.slice(0, 2), points.slice(2, 4)].filter(({ length }) => length === 2);
    case "probe":
      return [[first]];
    case "freehand":
      return [[...points, first]];
    case "rectangle":
      return second ? [[first, [second[0], first[1]], second, [first[0], second[1]], first]] : [];
    case "circle":
      return second ? [roundLine(first, distance(first, second), distance(first, second))] : [];
    case "ellipse":
      return second
        ? [
            roundLine(
              middleOf(first, second),
              Math.abs(first[0] - second[0]) / 2,
              Math.abs(first[1] - second[1]) / 2,
            ),
          ]
        : [];
  }
}

const corners = 64;

const roundLine = (centre: Pixel, acrossRadius: number, downRadius: number): readonly Pixel[] =>
  Array.from({ length: corners + 1 }, (_, at): Pixel => {
    const angle = (2 * Math.PI * at) / corners;
    return [centre[0] + acrossRadius * Math.cos(angle), centre[1] + downRadius * Math.sin(angle)];
  });

const distance = ([ax, ay]: Pixel, [bx, by]: Pixel): number => Math.hypot(ax - bx, ay - by);
const middleOf = ([ax, ay]: Pixel, [bx, by]: Pixel): Pixel => [(ax + bx) / 2, (ay + by) / 2];
