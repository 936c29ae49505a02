import { imageTools, type ImageTool, type Place } from "@consilium/workspace";
import type { Drawing } from "./drawing.ts";
import type { Pixel } from "./pixel.ts";

/** A presence carries this many places of a shape (protocol, kind 7). */
const mostPoints = 64;

/** A shape under the hand, as it is shown to the others. */
export const draftShape = ({ tool, points }: Drawing): NonNullable<Place["draft"]> => ({
  tool,
  points: thinned(points),
});

/** Undefined: a shape that this viewer does not draw. */
export function draftDrawing(draft: Place["draft"]): Drawing | undefined {
  const tool: ImageTool | undefined = imageTools.find((known) => known === draft?.tool);
  return draft && tool && draft.points.length > 0 ? { tool, points: draft.points } : undefined;
}

function thinned(points: readonly Pixel[]): [number, number][] {
  const every = Math.ceil(points.length / mostPoints);
  return points
    .filter((_, at) => at % every === 0)
    .map(([column, row]): [number, number] => [Math.round(column * 10) / 10, Math.round(row * 10) / 10]);
}
