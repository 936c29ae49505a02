import type { Point } from "@consilium/workspace";
import type { Pixel } from "../../drawn/pixel.ts";
import type { ImagePlane } from "../image-plane.ts";
import { axes, type SliceVolume, toPatientFrom, type Voxel, type VoxelAxis } from "./slice-volume.ts";
import { dot, times } from "./vectors.ts";

export const planeNames = ["axial", "coronal", "sagittal"] as const;
export type PlaneName = (typeof planeNames)[number];

/** How one of the three planes of a volume is looked at: which of the volume's axes lie where. */
export interface PlaneView {
  readonly name: PlaneName;
  /** The plane leans by more than about 15 degrees from the one that it is named after. */
  readonly isOblique: boolean;
  /** The axis that is scrolled through. 2: the slices as they were recorded. */
  readonly across: VoxelAxis;
  readonly right: ViewAxis;
  readonly down: ViewAxis;
  readonly columns: number;
  readonly rows: number;
  readonly count: number;
}

interface ViewAxis {
  readonly axis: VoxelAxis;
  /** The picture counts against the volume's axis. */
  readonly isTurned: boolean;
}

/** As pictures hang by custom: seen from the feet, from the front, from the left; unit vectors of the patient. */
const custom: Readonly<
  Record<PlaneName, { readonly across: VoxelAxis; readonly right: Point; readonly down: Point }>
> = {
  axial: { across: 2, right: [1, 0, 0], down: [0, 1, 0] },
  coronal: { across: 1, right: [1, 0, 0], down: [0, 0, -1] },
  sagittal: { across: 0, right: [0, 1, 0], down: [0, 0, -1] },
};

/** Each order in which the three axes of a volume can be left, posterior and superior. */
const orders: readonly (readonly [VoxelAxis, VoxelAxis, VoxelAxis])[] = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

/**
 * The three planes of a volume, along its own axes: so every value shown is one that was recorded. Each is named after the
 * plane of the patient that it comes nearest to.
 */
export function planesOf(volume: SliceVolume): Readonly<Record<PlaneName, PlaneView>> {
  const { directions } = volume;
  const likeness = (order: readonly [VoxelAxis, VoxelAxis, VoxelAxis]) =>
    Math.abs(directions[order[0]][0]) + Math.abs(directions[order[1]][1]) + Math.abs(directions[order[2]][2]);
  const order = orders.reduce((best, one) => (likeness(one) > likeness(best) + 1e-9 ? one : best));
  const view = (name: PlaneName): PlaneView => {
    const { across, right, down } = custom[name];
    const axisOf = (wanted: Point): ViewAxis => {
      const axis = order[axes.find((one) => wanted[one] !== 0) ?? 0];
      return { axis, isTurned: dot(directions[axis], wanted) < 0 };
    };
    const [toRight, toDown] = [axisOf(right), axisOf(down)];
    return {
      name,
      isOblique: Math.abs(directions[order[across]][across]) < 0.97,
      across: order[across],
      right: toRight,
      down: toDown,
      columns: volume.size[toRight.axis],
      rows: volume.size[toDown.axis],
      count: volume.size[order[across]],
    };
  };
  return { axial: view("axial"), coronal: view("coronal"), sagittal: view("sagittal") };
}

/** Where a voxel lies in the plane's picture, seen from straight above. */
export const pixelOfVoxel = ({ right, down, columns, rows }: PlaneView, voxel: Voxel): Pixel => [
  right.isTurned ? columns - 1 - voxel[right.axis] : voxel[right.axis],
  down.isTurned ? rows - 1 - voxel[down.axis] : voxel[down.axis],
];

/** The voxel under a pixel of the plane's picture, in the place `index` of those that are scrolled through. */
export function voxelOfPixel(view: PlaneView, index: number, [column, row]: Pixel): Voxel {
  const { across, right, down, columns, rows } = view;
  const on = (axis: VoxelAxis): number => {
    if (axis === across) return index;
    if (axis === right.axis) return right.isTurned ? columns - 1 - column : column;
    return down.isTurned ? rows - 1 - row : row;
  };
  return [on(0), on(1), on(2)];
}

/** Where the plane's picture lies in the patient, so that sides and lengths are told as on any picture. */
export function planeAt(volume: SliceVolume, view: PlaneView, index: number): ImagePlane {
  const { directions, spacing } = volume;
  const along = ({ axis, isTurned }: ViewAxis): Point => times(directions[axis], isTurned ? -1 : 1);
  return {
    origin: toPatientFrom(volume, voxelOfPixel(view, index, [0, 0])),
    alongRow: along(view.right),
    downColumn: along(view.down),
    normal: directions[view.across],
    spacing: { column: spacing[view.right.axis], row: spacing[view.down.axis] },
  };
}
