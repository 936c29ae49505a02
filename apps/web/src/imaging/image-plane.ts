import type { Point } from "@consilium/workspace";
import type { Pixel } from "../drawn/pixel.ts";
import { type DicomDataset, numbersAt } from "./dicom-json.ts";
import { groupsOf } from "./frame-groups.ts";
import type { PixelSpacing } from "./pixel-spacing.ts";

/** Where a picture lies in the patient, in millimetres: left, posterior, superior. */
export interface ImagePlane {
  /** The centre of the first pixel. */
  readonly origin: Point;
  /** Unit vectors: where columns and rows count to. */
  readonly alongRow: Point;
  readonly downColumn: Point;
  readonly normal: Point;
  readonly spacing: Pick<PixelSpacing, "row" | "column">;
}

const tags = {
  position: "00200032",
  orientation: "00200037",
  planePosition: "00209113",
  planeOrientation: "00209116",
} as const;

/** Undefined: a picture that does not say where it lies. */
export function planeOf(
  instance: DicomDataset,
  frame: number,
  spacing: PixelSpacing,
): ImagePlane | undefined {
  const read = (sequence: string, tag: string, count: number) =>
    groupsOf(instance, frame, sequence)
      .map((group) => numbersAt(group, tag))
      .find(({ length }) => length === count);
  const position = read(tags.planePosition, tags.position, 3);
  const orientation = read(tags.planeOrientation, tags.orientation, 6);
  if (!position || !orientation || spacing.unit === "px") return undefined;
  const alongRow = unit(pointOf(orientation));
  const downColumn = unit(pointOf(orientation.slice(3)));
  const normal = cross(alongRow, downColumn);
  if (Math.abs(length(normal) - 1) > 0.01) return undefined;
  return { origin: pointOf(position), alongRow, downColumn, normal, spacing };
}

export function toPatient(plane: ImagePlane, [column, row]: Pixel): Point {
  const [along, down] = [column * plane.spacing.column, row * plane.spacing.row];
  return pointOf(
    [0, 1, 2].map(
      (axis) => at(plane.origin, axis) + at(plane.alongRow, axis) * along + at(plane.downColumn, axis) * down,
    ),
  );
}

/** Seen from straight above: what lies before or behind the plane falls onto it. */
export function toPixel(plane: ImagePlane, point: Point): Pixel {
  const from = minus(point, plane.origin);
  return [dot(from, plane.alongRow) / plane.spacing.column, dot(from, plane.downColumn) / plane.spacing.row];
}

const at = (point: Point, axis: number): number => point[axis] ?? 0;
const pointOf = ([x = 0, y = 0, z = 0]: readonly number[]): Point => [x, y, z];
const minus = (one: Point, other: Point): Point => [one[0] - other[0], one[1] - other[1], one[2] - other[2]];
const dot = (one: Point, other: Point): number => one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
const length = (point: Point): number => Math.hypot(...point);
const cross = (one: Point, other: Point): Point => [
  one[1] * other[2] - one[2] * other[1],
  one[2] * other[0] - one[0] * other[2],
  one[0] * other[1] - one[1] * other[0],
];

function unit(point: Point): Point {
  const size = length(point);
  return size === 0 ? point : [point[0] / size, point[1] / size, point[2] / size];
}
