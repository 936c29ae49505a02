import { type ImageTool, imageAnchorLimits } from "@consilium/workspace";
import { type Drawing, drawingFrom, placesOf } from "./drawing.ts";
import type { Pixel } from "./pixel.ts";
import { simplifyLine } from "./simplify-line.ts";

/** A mark that is being drawn: the places given so far, and where the next one would be. */
export interface Sketch {
  readonly tool: ImageTool;
  readonly places: readonly Pixel[];
  readonly next: Pixel | undefined;
}

export const beginSketch = (tool: ImageTool, place: Pixel): Sketch => ({
  tool,
  places: [place],
  next: undefined,
});

export const placed = (sketch: Sketch, place: Pixel): Sketch => ({
  ...sketch,
  places: [...sketch.places, place],
  next: undefined,
});

export const aimed = (sketch: Sketch, next: Pixel): Sketch => ({ ...sketch, next });

/** A freehand line is done when its author says so. */
export const isDone = ({ tool, places }: Sketch): boolean => places.length >= placesOf[tool];

/** What it looks like so far. */
export const sketched = ({ tool, places, next }: Sketch): Drawing =>
  drawingFrom(tool, next ? [...places, next] : places);

/** Half a pixel: below what a hand can mean. */
const halfPixel = 0.5;

/** Undefined: too little for a mark. `tolerance`: how far a line may stand from what was drawn, in pixels of the picture. */
export function finished({ tool, places }: Sketch, tolerance = halfPixel): Drawing | undefined {
  if (tool !== "freehand") return places.length >= placesOf[tool] ? drawingFrom(tool, places) : undefined;
  const line = simplifyLine(places, tolerance, imageAnchorLimits.points);
  return line.length >= 3 ? { tool, points: line } : undefined;
}
