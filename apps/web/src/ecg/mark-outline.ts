import { placeOf, type Sheet, type Speed, type Strip } from "./ecg-sheet.ts";
import type { TracingShape } from "./tracing-mark.ts";

/** Millimetres from the paper's upper left corner. */
type Spot = readonly [x: number, y: number];

/** What is to be drawn of a mark in one strip, millimetres. */
export interface MarkOutline {
  readonly lines: readonly (readonly Spot[])[];
  /** Of a region: what it covers. */
  readonly area: { readonly from: Spot; readonly to: Spot } | undefined;
  /** The two places that the mark is made of, those that are in this strip. */
  readonly handles: readonly { readonly at: Spot; readonly end: 0 | 1 }[];
  /** Where its words begin. */
  readonly foot: Spot;
}

const inset = 1;
/** How far the lines of a height reach beyond it. */
const reach = 2;
const tick = 5;

/** Undefined: nothing of it is in this strip. */
export function outlineIn(strip: Strip, speed: Speed, shape: TracingShape): MarkOutline | undefined {
  if (shape.lead !== null && shape.lead !== strip.name) return undefined;
  const [one, other] = shape.points;
  const [from, to] = [Math.min(one[0], other[0]), Math.max(one[0], other[0])];
  if (to < strip.from || from > strip.to) return undefined;
  const spots = placesIn(strip, speed, shape);
  const { lines, area } = linesOf(strip, shape, spots);
  const handles = spots.flatMap((at, end) =>
    isIn(strip, at[0]) ? [{ at, end: end === 0 ? (0 as const) : (1 as const) }] : [],
  );
  const [[ax, ay], [bx, by]] = spots;
  return { lines, area, handles, foot: [clipped(strip, Math.min(ax, bx)), Math.max(ay, by)] };
}

function placesIn(strip: Strip, speed: Speed, shape: TracingShape): readonly [Spot, Spot] {
  const [one, other] = shape.points.map((point) => placeOf(strip, speed, point));
  const [a = [0, 0], b = [0, 0]]: readonly (Spot | undefined)[] = [one, other];
  // An interval has no height: its line stands below the curve.
  const bottom = strip.top + strip.height * 0.92;
  if (shape.tool === "interval") return [[a[0], bottom] as const, [b[0], bottom] as const];
  if (shape.lead === null) {
    return [
      [a[0], strip.top + inset],
      [b[0], strip.top + strip.height - inset],
    ];
  }
  return [a, b];
}

function linesOf(
  strip: Strip,
  { tool }: TracingShape,
  [[ax, ay], [bx, by]]: readonly [Spot, Spot],
): Pick<MarkOutline, "lines" | "area"> {
  const [left, right] = [clipped(strip, Math.min(ax, bx)), clipped(strip, Math.max(ax, bx))];
  const [top, bottom] = [Math.min(ay, by), Math.max(ay, by)];
  switch (tool) {
    case "interval":
      return plain(...upright(strip, ax), ...upright(strip, bx), level(ay, left, right));
    case "amplitude": {
      const middle = (left + right) / 2;
      const [from, to] = [left - reach, right + reach];
      return plain(level(ay, from, to), level(by, from, to), line([middle, top], [middle, bottom]));
    }
    case "region": {
      const [from, to]: readonly [Spot, Spot] = [
        [left, top],
        [right, bottom],
      ];
      return { lines: [line(from, [right, top], to, [left, bottom], from)], area: { from, to } };
    }
    case "point":
      return plain(line([ax, ay - tick], [ax, ay]));
  }
}

const line = (...spots: readonly Spot[]): readonly Spot[] => spots;
const level = (y: number, from: number, to: number): readonly Spot[] => line([from, y], [to, y]);
const plain = (...lines: readonly (readonly Spot[])[]): Pick<MarkOutline, "lines" | "area"> => ({
  lines,
  area: undefined,
});

/** Over the whole strip; nothing where it is beyond its ends. */
const upright = (strip: Strip, x: number): readonly (readonly Spot[])[] =>
  isIn(strip, x) ? [line([x, strip.top + inset], [x, strip.top + strip.height - inset])] : [];

const isIn = ({ left, width }: Strip, x: number): boolean => x >= left && x <= left + width;
const clipped = ({ left, width }: Strip, x: number): number => Math.min(left + width, Math.max(left, x));

export interface OutlineHit {
  readonly strip: Strip;
  /** A handle, or the mark as a whole. */
  readonly on: 0 | 1 | "line";
}

/** Which part of a mark stands within `near` millimetres of a place. */
export function hitOutline(
  sheet: Sheet,
  shape: TracingShape,
  spot: Spot,
  near: number,
): OutlineHit | undefined {
  for (const strip of sheet.strips) {
    const outline = outlineIn(strip, sheet.speed, shape);
    if (!outline) continue;
    const handle = outline.handles.find(({ at }) => distance(at, spot) <= near);
    if (handle) return { strip, on: handle.end };
    const isOnLine = outline.lines.some((drawn) =>
      drawn.some((point, at) => toSegment(spot, drawn[at - 1] ?? point, point) <= near),
    );
    if (isOnLine) return { strip, on: "line" };
  }
  return undefined;
}

const distance = ([ax, ay]: Spot, [bx, by]: Spot): number => Math.hypot(ax - bx, ay - by);

function toSegment(spot: Spot, from: Spot, to: Spot): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const size = dx * dx + dy * dy;
  const part = size === 0 ? 0 : ((spot[0] - from[0]) * dx + (spot[1] - from[1]) * dy) / size;
  const along = Math.min(1, Math.max(0, part));
  return distance(spot, [from[0] + along * dx, from[1] + along * dy]);
}
