import type { Anchor, ImageAnchor, ImageTool, MarkKind } from "@consilium/workspace";
import { type DrawnMark, type DrawnMarks, type MarkPlaces, useDrawnMarks } from "../drawn/use-drawn-marks.ts";

export type StudyMark = DrawnMark<ImageAnchor>;
export type StudyMarks = DrawnMarks<ImageAnchor>;

const measuring: ReadonlySet<ImageTool> = new Set<ImageTool>([
  "length",
  "bidirectional",
  "angle",
  "cobb-angle",
  "ellipse",
  "rectangle",
  "circle",
  "freehand",
]);

/** What an entry of the layer is: a measure, a mark, or a whole picture. */
const kindOf = ({ mark }: ImageAnchor): MarkKind =>
  mark === null ? "region" : measuring.has(mark.tool) ? "measure" : "mark";

const pictures: MarkPlaces<ImageAnchor> = {
  isPlace: (anchor: Anchor | undefined): anchor is ImageAnchor => anchor?.kind === "image",
  kindOf,
};

/** Every mark of the case's DICOM pictures. */
export const useMarks = (): StudyMarks => useDrawnMarks(pictures);
