import type { Place } from "@consilium/clinical";
import type { SlideAnchor } from "@consilium/workspace";
import type { Drawing } from "../drawn/drawing.ts";
import type { Pixel } from "../drawn/pixel.ts";

/** What of a slide is seen, in its pixels. */
export interface SlideSight {
  readonly centre: Pixel;
  /** Along the upper edge of the screen. */
  readonly width: number;
  /** Clockwise. */
  readonly degrees: number;
}

/** For the presence of a seat: `x/y/width/degrees`. */
export const sightName = ({ centre: [x, y], width, degrees }: SlideSight): string =>
  [x, y, Math.max(1, width), degrees].map((part) => String(Math.round(part))).join("/");

/** Undefined: no place on a slide. */
export function sightOf(name: string | undefined): SlideSight | undefined {
  const [, x, y, width, degrees] =
    /^(-?\d{1,7})\/(-?\d{1,7})\/(\d{1,7})\/(-?\d{1,4})$/.exec(name ?? "") ?? [];
  if (x === undefined || y === undefined || width === undefined || degrees === undefined) return undefined;
  if (Number(width) < 1) return undefined;
  return { centre: [Number(x), Number(y)], width: Number(width), degrees: Number(degrees) };
}

/** Left, top, width, height, in pixels of the slide. */
export type SlideBox = readonly [left: number, top: number, width: number, height: number];

/** A mark fills this part of the screen where it is jumped to. */
const part = 0.4;
/** Nothing is enlarged further than that so many pixels of the slide are seen. */
const least = 600;

/** What is to be seen of a slide when a mark is looked for: itself, with its surroundings. */
export function boxAround({ points }: Pick<Drawing, "points">): SlideBox {
  const [across, down] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...across), Math.max(...across)];
  const [top, bottom] = [Math.min(...down), Math.max(...down)];
  const width = Math.max(least, (right - left) / part);
  const height = Math.max(least, (bottom - top) / part);
  return [(left + right - width) / 2, (top + bottom - height) / 2, width, height];
}

/** Tenths of a pixel: below what a hand can mean; and -0 is 0, so that equal places are equal JSON. */
const tenths = (value: number): number => Math.round(value * 10) / 10 || 0;

export const pointsOf = ({ points }: Drawing): SlideAnchor["mark"]["points"] =>
  points.map(([x, y]) => [tenths(x), tenths(y)] as const);

/** Of a place that a report names; undefined: it is not on a slide. */
export const boxOfPlace = ({ at }: Place): SlideBox | undefined =>
  at.kind === "slide-region" ? at.xywh : undefined;

export const drawingOfBox = ([left, top, width, height]: SlideBox): Drawing => ({
  tool: "rectangle",
  points: [
    [left, top],
    [left + width, top + height],
  ],
});

export const drawingOf = ({ mark: { tool, points } }: SlideAnchor): Drawing => ({ tool, points });
