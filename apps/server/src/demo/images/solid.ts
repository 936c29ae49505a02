import type { Random } from "@consilium/foundation";

export type Point = readonly [x: number, y: number, z: number];

/** A body in the patient: millimetres, LPS axes. */
export interface Solid {
  /** Below 0 inside, millimetres to the surface as near as drawing needs. */
  readonly distance: (x: number, y: number, z: number) => number;
  /** Nothing of it, its soft edge aside, lies outside. */
  readonly low: Point;
  readonly high: Point;
}

const around = ([x, y, z]: Point, [a, b, c]: Point): Pick<Solid, "low" | "high"> => ({
  low: [x - a, y - b, z - c],
  high: [x + a, y + b, z + c],
});

/** Turned about the z axis by so many degrees, from x towards y. */
export function ellipsoid(center: Point, radii: Point, degrees = 0): Solid {
  const [cx, cy, cz] = center;
  const [a, b, c] = radii;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const widest = Math.max(a, b);
  return {
    ...around(center, degrees === 0 ? radii : [widest, widest, c]),
    distance: (x, y, z) => {
      const dx = x - cx;
      const dy = y - cy;
      const w = (z - cz) / c;
      const u = (dx * cos + dy * sin) / a;
      const v = (dy * cos - dx * sin) / b;
      const far = Math.sqrt(u * u + v * v + w * w);
      const steep = Math.sqrt((u * u) / (a * a) + (v * v) / (b * b) + (w * w) / (c * c));
      return steep < 1e-9 ? -Math.min(a, b, c) : (far * (far - 1)) / steep;
    },
  };
}

/** An endless column, its sides fuller than an ellipse's. */
export function trunk(middle: number, a: number, b: number): Solid {
  return {
    ...around([0, middle, 0], [a, b, 1e4]),
    distance: (x, y) => {
      const u = (x / a) ** 2;
      const v = ((y - middle) / b) ** 2;
      const far = Math.sqrt(Math.max(0, u + v - 0.3 * u * v));
      const steep = Math.sqrt(u / (a * a) + v / (b * b));
      return steep < 1e-9 ? -Math.min(a, b) : (far * (far - 1)) / steep;
    },
  };
}

/** A column whose cross-section is the same ellipse from one height to another. */
export function column(
  center: readonly [number, number],
  radii: readonly [number, number],
  from: number,
  to: number,
): Solid {
  const [cx, cy] = center;
  const [a, b] = radii;
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  return {
    ...around([cx, cy, middle], [a, b, half]),
    distance: (x, y, z) => {
      const u = (x - cx) / a;
      const v = (y - cy) / b;
      const far = Math.sqrt(u * u + v * v);
      const steep = Math.sqrt((u * u) / (a * a) + (v * v) / (b * b));
      const side = steep < 1e-9 ? -Math.min(a, b) : (far * (far - 1)) / steep;
      return Math.max(side, Math.abs(z - middle) - half);
    },
  };
}

/** A straight piece of a vessel or bone, as thick at its ends as said. `flat` makes it that much thinner along y. */
export function tube(from: Point, to: Point, fromRadius: number, toRadius: number, flat = 1): Solid {
  const [ax, ay, az] = from;
  const [bx, by, bz] = [to[0] - ax, to[1] - ay, to[2] - az];
  const length = bx * bx + by * by + bz * bz || 1e-9;
  const wide = Math.max(fromRadius, toRadius) * Math.max(1, 1 / flat);
  return {
    low: [Math.min(ax, to[0]) - wide, Math.min(ay, to[1]) - wide, Math.min(az, to[2]) - wide],
    high: [Math.max(ax, to[0]) + wide, Math.max(ay, to[1]) + wide, Math.max(az, to[2]) + wide],
    distance: (x, y, z) => {
      const px = x - ax;
      const py = y - ay;
      const pz = z - az;
      const t = Math.min(1, Math.max(0, (px * bx + py * by + pz * bz) / length));
      const dx = px - t * bx;
      const dy = (py - t * by) * flat;
      const dz = pz - t * bz;
      return Math.sqrt(dx * dx + dy * dy + dz * dz) - (fromRadius + t * (toRadius - fromRadius));
    },
  };
}

/** One tube after the other through all points, each given with its radius. */
export const tubes = (points: readonly (readonly [Point, number])[]): readonly Solid[] =>
  points.slice(1).map(([to, radius], index) => {
    const [from, before] = points[index] ?? [to, radius];
    return tube(from, to, before, radius);
  });

/** Both bodies, their seam rounded over so many millimetres. */

/** What of the body lies outside the others, by at least so many millimetres. */
export const without = (body: Solid, gap: number, ...others: readonly Solid[]): Solid => ({
  ...body,
  distance: (x, y, z) => {
    let distance = body.distance(x, y, z);
    for (const other of others) distance = Math.max(distance, gap - other.distance(x, y, z));
    return distance;
  },
});

export const within = (body: Solid, other: Pick<Solid, "distance">): Solid => ({
  ...body,
  distance: (x, y, z) => Math.max(body.distance(x, y, z), other.distance(x, y, z)),
});

/** Thinner all round by so many millimetres. */
export const shrunk = (body: Solid, by: number): Solid => ({
  ...body,
  distance: (x, y, z) => body.distance(x, y, z) + by,
});

/** From 0 up to, not including, 1. */
export const fraction = (random: Pick<Random, "below">): number => random.below(2 ** 24) / 2 ** 24;

/** From -1 to 1. */
export const spread = (random: Pick<Random, "below">): number => 2 * fraction(random) - 1;

const each = (one: Point, other: Point, pick: (a: number, b: number) => number): Point => [
  pick(one[0], other[0]),
  pick(one[1], other[1]),
  pick(one[2], other[2]),
];

/** Both bodies, their seam rounded over so many millimetres. */
export const joined = (one: Solid, other: Solid, seam: number): Solid => ({
  low: each(one.low, other.low, (a, b) => Math.min(a, b) - seam / 4),
  high: each(one.high, other.high, (a, b) => Math.max(a, b) + seam / 4),
  distance: (x, y, z) => {
    const near = one.distance(x, y, z);
    const far = other.distance(x, y, z);
    const over = Math.max(seam - Math.abs(near - far), 0) / seam;
    return Math.min(near, far) - (over * over * seam) / 4;
  },
});

/** A body that was made about the origin, leaned towards the back by so many degrees and put in its place. */
export function leaned(solid: Solid, [cx, cy, cz]: Point, degrees: number): Solid {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const { low, high } = solid;
  const [depth, height] = [Math.max(-low[1], high[1]), Math.max(-low[2], high[2])];
  const [y, z] = [depth * cos + height * Math.abs(sin), height * cos + depth * Math.abs(sin)];
  return {
    low: [cx + low[0], cy - y, cz - z],
    high: [cx + high[0], cy + y, cz + z],
    distance: (px, py, pz) => {
      const dy = py - cy;
      const dz = pz - cz;
      return solid.distance(px - cx, dy * cos - dz * sin, dy * sin + dz * cos);
    },
  };
}
