import { type ImageUnit, linesOf } from "@consilium/workspace";
import { type Drawing, isArea } from "../drawn/drawing.ts";
import type { Pixel } from "../drawn/pixel.ts";
import type { PixelSpacing } from "./pixel-spacing.ts";
import type { PixelStatistics } from "./pixel-statistics.ts";

/** What a mark measures; lengths in `unit`, areas in its square, angles in degrees. */
export type Measured =
  | { readonly is: "length"; readonly unit: ImageUnit; readonly length: number }
  | { readonly is: "diameters"; readonly unit: ImageUnit; readonly long: number; readonly short: number }
  | { readonly is: "angle"; readonly degrees: number }
  | {
      readonly is: "area";
      readonly unit: ImageUnit;
      readonly area: number;
      readonly values: PixelStatistics | undefined;
    }
  | { readonly is: "value"; readonly values: PixelStatistics | undefined };

/** Undefined: it measures nothing, or is not finished. */
export function measure(
  drawing: Drawing,
  spacing: PixelSpacing,
  values: PixelStatistics | undefined,
): Measured | undefined {
  const { tool } = drawing;
  const points = drawing.points.map((point) => scaled(point, spacing));
  const [a, b, c, d] = points;
  const { unit } = spacing;
  if (tool === "probe") return { is: "value", values };
  if (!a || !b) return undefined;
  if (isArea(tool)) return { is: "area", unit, area: areaOf(drawing, spacing), values };
  if (tool === "length") return { is: "length", unit, length: distance(a, b) };
  if (!c || tool === "arrow") return undefined;
  if (tool === "angle") return { is: "angle", degrees: between(minus(a, b), minus(c, b)) };
  if (!d) return undefined;
  if (tool === "cobb-angle") {
    const degrees = between(minus(b, a), minus(d, c));
    return { is: "angle", degrees: Math.min(degrees, 180 - degrees) };
  }
  const [one, other] = [distance(a, b), distance(c, d)];
  return { is: "diameters", unit, long: Math.max(one, other), short: Math.min(one, other) };
}

function areaOf(drawing: Drawing, spacing: PixelSpacing): number {
  const [first, second] = drawing.points.map((point) => scaled(point, spacing));
  if (!first || !second) return 0;
  if (drawing.tool === "circle") {
    const [a, b] = drawing.points;
    const radius = a && b ? distance(a, b) : 0;
    return Math.PI * radius * radius * spacing.row * spacing.column;
  }
  const box = Math.abs(first[0] - second[0]) * Math.abs(first[1] - second[1]);
  if (drawing.tool === "rectangle") return box;
  if (drawing.tool === "ellipse") return (Math.PI / 4) * box;
  const [line = []] = linesOf(drawing);
  return Math.abs(shoelace(line.map((point) => scaled(point, spacing))));
}

const shoelace = (line: readonly Pixel[]): number =>
  line.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = line[at + 1] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

const scaled = ([column, row]: Pixel, spacing: PixelSpacing): Pixel => [
  column * spacing.column,
  row * spacing.row,
];
const minus = ([ax, ay]: Pixel, [bx, by]: Pixel): Pixel => [ax - bx, ay - by];
const distance = ([ax, ay]: Pixel, [bx, by]: Pixel): number => Math.hypot(ax - bx, ay - by);

/** Degrees, 0 to 180; 0 where one of them has no length. */
function between([ax, ay]: Pixel, [bx, by]: Pixel): number {
  const sizes = Math.hypot(ax, ay) * Math.hypot(bx, by);
  if (sizes === 0) return 0;
  const cosine = Math.min(1, Math.max(-1, (ax * bx + ay * by) / sizes));
  return (Math.acos(cosine) * 180) / Math.PI;
}
