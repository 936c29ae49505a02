import type { Pixel } from "./pixel.ts";

/**
 * A drawn line without the points that stand nearer than `tolerance` pixels to the line between their neighbours (Douglas
 * and Peucker), and never more than `most`: the tolerance grows until they fit.
 */
export function simplifyLine(points: readonly Pixel[], tolerance: number, most: number): readonly Pixel[] {
  let simple = simplified(points, tolerance);
  for (let wider = tolerance * 2; simple.length > most; wider *= 2) simple = simplified(points, wider);
  return simple;
}

function simplified(points: readonly Pixel[], tolerance: number): readonly Pixel[] {
  const kept = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const farthest = farthestBetween(points, part);
    if (!farthest || farthest.distance <= tolerance) continue;
    kept.add(farthest.at);
    open.push([part[0], farthest.at], [farthest.at, part[1]]);
  }
  return points.filter((_, at) => kept.has(at));
}

function farthestBetween(points: readonly Pixel[], [from, to]: readonly [number, number]) {
  const [start, end] = [points[from], points[to]];
  if (!start || !end) return undefined;
  let farthest: { readonly at: number; readonly distance: number } | undefined;
  for (let at = from + 1; at < to; at += 1) {
    const point = points[at];
    const distance = point ? distanceToLine(point, start, end) : 0;
    if (!farthest || distance > farthest.distance) farthest = { at, distance };
  }
  return farthest;
}

/** From a point to the stretch between two others, in the unit of all of them. */
export function distanceToLine([x, y]: Pixel, [ax, ay]: Pixel, [bx, by]: Pixel): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
