import { ok, refuse, type Result } from "@consilium/foundation";
import type { Point } from "@consilium/workspace";
import { textAt } from "../dicom-json.ts";
import type { ImagePlane } from "../image-plane.ts";
import type { OpenSeries, SeriesFrame } from "../series-frames.ts";
import { dot, length, minus, plus, times } from "./vectors.ts";

/** Places in a volume, counted from its first pixel's centre: column and row of a slice, and the slice. */
export type Voxel = readonly [column: number, row: number, slice: number];

/** Slices that lie straight above each other, evenly spaced. */
export interface SliceVolume {
  readonly frames: readonly SeriesFrame[];
  readonly frameOfReference: string;
  /** Columns, rows and slices. */
  readonly size: Voxel;
  /** Where the first voxel's centre lies, in millimetres of the patient. */
  readonly origin: Point;
  /** Unit vectors: where columns, rows and slices count to. They stand at right angles. */
  readonly directions: readonly [Point, Point, Point];
  /** Millimetres between voxels along each direction. */
  readonly spacing: Voxel;
  /** High values are recorded to be seen dark. */
  readonly isInverted: boolean;
}

/** Why a series cannot be cut in other planes. */
export type VolumeRefusal =
  | "too-few"
  | "in-colour"
  | "no-place"
  | "two-frames-of-reference"
  | "different-sizes"
  | "not-parallel"
  | "same-place"
  | "uneven"
  | "tilted"
  | "too-large";

const leastSlices = 3;
/** About 400 MB of 16-bit values. */
const mostVoxels = 200_000_000;
/** Directions and spacings are written as decimal text of few digits. */
const leastCosine = 0.9999;
/** Of the distance between slices, by which one step may differ from the others. */
const evenness = 0.02;
/** Of a pixel, by which a slice may lie beside the one below it over the whole stack. */
const mostShift = 0.5;

type Placed = SeriesFrame & { readonly plane: ImagePlane; readonly frameOfReference: string };

/** The slices of a series as one volume. They may count along their normal or against it. */
export function volumeOf({ frames, sources }: OpenSeries): Result<SliceVolume, VolumeRefusal> {
  const [first] = frames;
  if (!first || frames.length < leastSlices) return refuse("too-few");
  if (frames.some(({ isInColour }) => isInColour)) return refuse("in-colour");
  const placed = frames.filter(isPlaced);
  const [base] = placed;
  if (!base || placed.length < frames.length) return refuse("no-place");
  const unlike = placed.map((frame) => unlikeness(base, frame)).find((reason) => reason !== undefined);
  if (unlike) return refuse(unlike);
  if (first.columns * first.rows * frames.length > mostVoxels) return refuse("too-large");
  const step = stepOf(placed, base.plane);
  if (!step.ok) return step;
  const { origin, alongRow, downColumn, normal, spacing } = base.plane;
  return ok({
    frames,
    frameOfReference: base.frameOfReference,
    size: [first.columns, first.rows, frames.length],
    origin,
    directions: [alongRow, downColumn, step.value < 0 ? times(normal, -1) : normal],
    spacing: [spacing.column, spacing.row, Math.abs(step.value)],
    isInverted: sources.some(({ dataset }) => textAt(dataset, "00280004") === "MONOCHROME1"),
  });
}

const isPlaced = (frame: SeriesFrame): frame is Placed =>
  frame.plane !== undefined && frame.frameOfReference !== undefined;

function unlikeness(base: Placed, frame: Placed): VolumeRefusal | undefined {
  if (frame.frameOfReference !== base.frameOfReference) return "two-frames-of-reference";
  if (frame.columns !== base.columns || frame.rows !== base.rows) return "different-sizes";
  const [one, other] = [base.plane, frame.plane];
  const isSameSpacing =
    Math.abs(one.spacing.row - other.spacing.row) < 1e-3 &&
    Math.abs(one.spacing.column - other.spacing.column) < 1e-3;
  if (!isSameSpacing) return "different-sizes";
  const isParallel =
    dot(one.alongRow, other.alongRow) > leastCosine && dot(one.downColumn, other.downColumn) > leastCosine;
  return isParallel ? undefined : "not-parallel";
}

/** Millimetres from slice to slice along the normal, below 0 where they count against it. */
function stepOf(frames: readonly Placed[], base: ImagePlane): Result<number, VolumeRefusal> {
  const places = frames.map(({ plane }) => {
    const from = minus(plane.origin, base.origin);
    const height = dot(from, base.normal);
    return { height, aside: length(minus(from, times(base.normal, height))) };
  });
  const last = places.at(-1)?.height ?? 0;
  const step = last / (frames.length - 1);
  const heights = new Set(places.map(({ height }) => height.toFixed(3)));
  if (heights.size < frames.length) return refuse("same-place");
  const isEven = places.every(
    ({ height }, at) =>
      at === 0 ||
      Math.abs(height - (places[at - 1]?.height ?? 0) - step) <= Math.abs(step) * evenness + 0.001,
  );
  if (!isEven) return refuse("uneven");
  const pixel = Math.min(base.spacing.row, base.spacing.column);
  if (places.some(({ aside }) => aside > pixel * mostShift)) return refuse("tilted");
  return ok(step);
}

export function toPatientFrom({ origin, directions, spacing }: SliceVolume, voxel: Voxel): Point {
  let point = origin;
  for (const axis of axes) point = plus(point, times(directions[axis], voxel[axis] * spacing[axis]));
  return point;
}

export function toVoxel({ origin, directions, spacing }: SliceVolume, point: Point): Voxel {
  const from = minus(point, origin);
  const along = (axis: VoxelAxis) => dot(from, directions[axis]) / spacing[axis];
  return [along(0), along(1), along(2)];
}

/** The nearest voxel that there is. */
export function withinVolume({ size }: SliceVolume, voxel: Voxel): Voxel {
  const near = (axis: VoxelAxis) => Math.max(0, Math.min(size[axis] - 1, Math.round(voxel[axis])));
  return [near(0), near(1), near(2)];
}

export type VoxelAxis = 0 | 1 | 2;
export const axes = [0, 1, 2] as const satisfies readonly VoxelAxis[];
