import type { Point } from "@consilium/workspace";

export const minus = (one: Point, other: Point): Point => [
  one[0] - other[0],
  one[1] - other[1],
  one[2] - other[2],
];

export const plus = (one: Point, other: Point): Point => [
  one[0] + other[0],
  one[1] + other[1],
  one[2] + other[2],
];

export const times = ([x, y, z]: Point, factor: number): Point => [x * factor, y * factor, z * factor];

export const dot = (one: Point, other: Point): number =>
  one[0] * other[0] + one[1] * other[1] + one[2] * other[2];

export const length = (point: Point): number => Math.hypot(...point);
