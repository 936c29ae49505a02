import type { ImageAnchor, Point } from "@consilium/workspace";
import { toPatient } from "../image-plane.ts";
import { indexOfAnchor, markOfDrawing } from "../mark-anchor.ts";
import type { OpenSeries } from "../series-frames.ts";
import { type SliceVolume, toVoxel, type Voxel, withinVolume } from "./slice-volume.ts";

/** The voxel that a place is at: of a mark its first point, of a whole slice the point of it that is looked at now. */
export function voxelOfAnchor(
  volume: SliceVolume,
  series: OpenSeries,
  anchor: ImageAnchor,
  now: Voxel,
): Voxel | undefined {
  const index = indexOfAnchor(series, anchor);
  if (index < 0) return undefined;
  const { mark } = anchor;
  const [point] = mark?.points ?? [];
  const isInVolume = mark?.space.is === "patient" && mark.space.frameOfReference === volume.frameOfReference;
  if (!point || !isInVolume) return withinVolume(volume, [now[0], now[1], index]);
  // On its own slice, however its point was rounded.
  const [column, row] = toVoxel(volume, point);
  return withinVolume(volume, [column, row, index]);
}

/** A point of the slice that it lies on: what of these planes can be kept. Undefined: the file of its slice is not named. */
export function pointAnchor(
  record: string,
  { study, series }: OpenSeries,
  { frames }: SliceVolume,
  [column, row, slice]: Voxel,
  says: string | null,
): ImageAnchor | undefined {
  const frame = frames[slice];
  if (frame?.sha256 === undefined) return undefined;
  const mark = markOfDrawing({ tool: "probe", points: [[column, row]] }, frame, says);
  const { sha256, instance } = frame;
  return { kind: "image", record, sha256, study, series, instance, frame: frame.frame, mark };
}

/** Where a voxel of a slice lies in the patient, to a tenth of a millimetre: for those who follow. */
export function pointOfVoxel({ frames }: SliceVolume, [column, row, slice]: Voxel): Point | undefined {
  const plane = frames[slice]?.plane;
  if (!plane) return undefined;
  const [x, y, z] = toPatient(plane, [column, row]);
  return [tenths(x), tenths(y), tenths(z)];
}

const tenths = (value: number): number => Math.round(value * 10) / 10 || 0;
