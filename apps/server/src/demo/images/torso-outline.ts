import { trunk, type Point, type Solid } from "./solid.ts";

/*
 * The woman of the CT, in millimetres above the lowest slice: hip joints at 35, iliac crest at 165, dome of the liver at
 * 330, carina at 440, apex of the lungs at 525. x runs to her left, y to her back.
 */

type Station = readonly [z: number, ...values: readonly number[]];

/** Straight from station to station; the ends go on. */
export function along(stations: readonly Station[], z: number, value: number): number {
  const after = stations.findIndex(([at]) => at > z);
  const [from, to] =
    after === -1 ? [stations.at(-1), stations.at(-1)] : [stations[Math.max(0, after - 1)], stations[after]];
  const [before = 0, next = 0] = [from?.[value], to?.[value]];
  const [start = 0, end = 0] = [from?.[0], to?.[0]];
  if (end <= start) return before;
  const t = Math.min(1, Math.max(0, (z - start) / (end - start)));
  return before + t * t * (3 - 2 * t) * (next - before);
}

/** Half the width and depth of the skin, and the fat under it at the side and in front. */
const outline: readonly Station[] = [
  [0, 171, 104, 34, 22],
  [60, 172, 110, 32, 26],
  [120, 163, 108, 30, 24],
  [175, 150, 106, 22, 18],
  [230, 151, 110, 17, 13],
  [300, 153, 113, 15, 12],
  [400, 156, 112, 17, 16],
  [470, 160, 102, 18, 16],
  [535, 158, 84, 16, 12],
];

/** Of the middle of the vertebral body; the sacrum's leans back. */
const spineDepth: readonly Station[] = [
  [0, 78],
  [50, 66],
  [95, 42],
  [165, 34],
  [250, 40],
  [340, 48],
  [440, 52],
  [535, 30],
];

export const spineAt = (z: number): number => along(spineDepth, z, 1);

export interface Outline {
  readonly skin: Solid;
  readonly fat: Solid;
  readonly wall: Solid;
  /** What the muscles and ribs enclose. */
  readonly cavity: Solid;
  readonly cavityRadii: readonly [number, number];
}

const wallThickness = (z: number): number => (z > 320 ? 17 : 12);

/** Of the cavity's middle: there is more at the back than in front. */
export const cavityMiddle = -9;

export function cavityRadiiAt(z: number): readonly [number, number] {
  const [a, b, side, front] = [1, 2, 3, 4].map((value) => along(outline, z, value));
  const wall = wallThickness(z);
  // The shoulders do not widen the chest within.
  const narrow = along(
    [
      [440, 0],
      [475, 14],
      [535, 75],
    ],
    z,
    1,
  );
  return [(a ?? 0) - (side ?? 0) - wall - narrow, (b ?? 0) - (front ?? 0) - wall - 5 - narrow / 2.4];
}

export function outlineAt(z: number): Outline {
  const [a = 0, b = 0, side = 0, front = 0] = [1, 2, 3, 4].map((value) => along(outline, z, value));
  const radii = cavityRadiiAt(z);
  return {
    skin: trunk(0, a, b),
    fat: trunk(0, a - 2, b - 2),
    wall: trunk(-1, a - side, b - front),
    cavity: trunk(cavityMiddle, radii[0], radii[1]),
    cavityRadii: radii,
  };
}

/** The cavity as one body through all heights, to cut organs by. */
export const cavity: Pick<Solid, "distance"> = {
  distance: (x, y, z) => {
    const [a, b] = radiiOf(z);
    const [u, v] = [(x / a) ** 2, ((y - cavityMiddle) / b) ** 2];
    return (Math.sqrt(Math.max(0, u + v - 0.3 * u * v)) - 1) * Math.min(a, b);
  },
};

let known: { readonly z: number; readonly radii: readonly [number, number] } = {
  z: 0,
  radii: cavityRadiiAt(0),
};

/** Pixels of a slice ask for the same height again and again. */
function radiiOf(z: number): readonly [number, number] {
  if (known.z !== z) known = { z, radii: cavityRadiiAt(z) };
  return known.radii;
}

export const mirrored = ([x, y, z]: Point): Point => [-x, y, z];
