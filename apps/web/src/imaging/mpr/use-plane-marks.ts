import { useMemo } from "react";
import type { Drawing } from "../../drawn/drawing.ts";
import type { ShownMark } from "../../drawn/mark-layer.tsx";
import type { Pixel } from "../../drawn/pixel.ts";
import { drawingOfMark } from "../mark-anchor.ts";
import type { PlacedMark } from "../use-pane-marks.ts";
import { type PlaneView, pixelOfVoxel } from "./plane-view.ts";
import type { Planes } from "./use-planes.ts";

export interface PlaneMarksOn {
  readonly planes: Pick<Planes, "volume" | "voxel">;
  readonly view: PlaneView;
  readonly placed: readonly PlacedMark[];
}

/** Marks of a slice stand in the plane of the slices; points in every plane that goes through them. */
export function usePlaneMarks({
  planes: { volume, voxel },
  view,
  placed,
}: PlaneMarksOn): readonly ShownMark[] {
  const at = voxel[view.across];
  return useMemo(
    () =>
      placed.flatMap(({ mark, index }): ShownMark[] => {
        const frame = volume.frames[index];
        const made = mark.anchor.mark;
        const onSlice = frame && made ? drawingOfMark(made, frame) : undefined;
        const drawing = onSlice && inPlane(onSlice, index, view, at);
        if (!drawing || !made) return [];
        const label = [mark.words, made.says ?? ""].filter((part) => part !== "").join(", ");
        const { id, author, isOpen } = mark;
        return [{ id, drawing, author, label, look: "mark", isOpen }];
      }),
    [placed, volume, view, at],
  );
}

/** Undefined: the plane, at the place `at` of those that are scrolled through, has nothing of it. */
export function inPlane(drawing: Drawing, slice: number, view: PlaneView, at: number): Drawing | undefined {
  const points = drawing.points.map(([column, row]) => [column, row, slice] as const);
  const isHere =
    view.across === 2
      ? slice === at
      : drawing.tool === "probe" && points.every((voxel) => Math.round(voxel[view.across]) === at);
  if (!isHere) return undefined;
  return { tool: drawing.tool, points: points.map((voxel): Pixel => pixelOfVoxel(view, voxel)) };
}
