import { column, ellipsoid, leaned, type Point, type Solid, tube } from "./solid.ts";

/*
 * A lumbar spine that slipped at L4 on L5. The middle of the disc L4-L5 is the origin; millimetres, x to the left, y to
 * the back, z upwards. Lying on the back.
 */

export interface Level {
  readonly name: string;
  /** Of the vertebral body. */
  readonly middle: Point;
  /** How far its upper end leans towards the back, in degrees. */
  readonly lean: number;
  readonly height: number;
}

export interface Disc {
  readonly above: string;
  readonly middle: Point;
  readonly lean: number;
  readonly height: number;
}

export interface SpineModel {
  /** From T11 down to S3. */
  readonly levels: readonly Level[];
  readonly discs: readonly Disc[];
}

export const bodyRadii = { side: 24, depth: 17 } as const;

const upwards = [
  { name: "L4", lean: -5, height: 27, disc: 10.5, discLean: -1 },
  { name: "L3", lean: 3, height: 27, disc: 10.5, discLean: 6 },
  { name: "L2", lean: 9, height: 26, disc: 9.5, discLean: 10 },
  { name: "L1", lean: 12, height: 25, disc: 8, discLean: 12 },
  { name: "T12", lean: 12, height: 24, disc: 7, discLean: 11 },
  { name: "T11", lean: 9, height: 22, disc: 6, discLean: 8 },
] as const;

const downwards = [
  { name: "L5", lean: -17, height: 26, disc: 10, discLean: -27 },
  { name: "S1", lean: -38, height: 27, disc: 3, discLean: -41 },
  { name: "S2", lean: -46, height: 22, disc: 2, discLean: -50 },
  { name: "S3", lean: -58, height: 18, disc: 0, discLean: -60 },
] as const;

/** At 80% of its neighbours' height. */
const slippedDisc = { height: 8.4, lean: -10 } as const;

/** A point moved along the spine and towards the back. */
function moved([x, y, z]: Point, lean: number, up: number, back = 0): Point {
  const [cos, sin] = [Math.cos((lean * Math.PI) / 180), Math.sin((lean * Math.PI) / 180)];
  return [x, y + up * sin + back * cos, z + up * cos - back * sin];
}

export const inLevel = ({ middle, lean }: Pick<Level, "middle" | "lean">, [x, back, up]: Point): Point => {
  const [, y, z] = moved(middle, lean, up, back);
  return [x, y, z];
};

export function makeSpine(slipMm: number): SpineModel {
  const levels: Level[] = [];
  const discs: Disc[] = [{ above: "L4", middle: [0, 0, 0], ...slippedDisc }];
  let at = moved([0, 0, 0], slippedDisc.lean, slippedDisc.height / 2, -slipMm);
  for (const { name, lean, height, disc, discLean } of upwards) {
    levels.unshift({ name, lean, height, middle: moved(at, lean, height / 2) });
    at = moved(at, lean, height);
    discs.unshift({
      above: `above ${name}`,
      lean: discLean,
      height: disc,
      middle: moved(at, discLean, disc / 2),
    });
    at = moved(at, discLean, disc);
  }
  at = moved([0, 0, 0], slippedDisc.lean, -slippedDisc.height / 2);
  for (const { name, lean, height, disc, discLean } of downwards) {
    levels.push({ name, lean, height, middle: moved(at, lean, -height / 2) });
    at = moved(at, lean, -height);
    discs.push({ above: name, lean: discLean, height: disc, middle: moved(at, discLean, -disc / 2) });
    at = moved(at, discLean, -disc);
  }
  return { levels, discs };
}

export const isSacral = ({ name }: Level): boolean => name.startsWith("S");

/** Waisted, and hollow at the back towards the canal. */
export function bodyOf(level: Level): Solid {
  const shrink = level.name === "S2" ? 5 : level.name === "S3" ? 8 : 0;
  const half = level.height / 2;
  const plain = column([0, 0], [bodyRadii.side - shrink, bodyRadii.depth - shrink], -half, half);
  const waisted: Solid = {
    ...plain,
    distance: (x, y, z) => {
      const waist = 2.2 * (1 - (z / half) ** 2);
      const side = plain.distance(x, y, 0) + waist;
      const end = Math.abs(z) - half;
      const rounding = 2;
      const [over, above] = [Math.max(side + rounding, 0), Math.max(end + rounding, 0)];
      return Math.min(Math.max(side, end) + rounding, 0) + Math.hypot(over, above) - rounding;
    },
  };
  return leaned(waisted, level.middle, level.lean);
}

/** Pedicles, joint processes, laminae and the spinous process. */
export function archOf(level: Level): readonly Solid[] {
  const at = (x: number, back: number, up: number): Point => inLevel(level, [x, back, up]);
  if (level.name === "S1") return [tube(at(0, 27, -4), at(0, 31, 6), 4, 4)];
  if (isSacral(level)) return [];
  const process = leaned(ellipsoid([0, 0, 0], [3.6, 16, 10]), at(0, 45, -10), level.lean + 12);
  return [
    process,
    ...[1, -1].flatMap((side) => [
      tube(at(side * 15, 11, 5), at(side * 17, 24, 4), 5, 5.5),
      tube(at(side * 18, 25, 5), at(side * 18, 29, -14), 6, 6.5),
      tube(at(side * 19, 26, 5), at(side * 20, 24, 15), 6, 5.5),
      tube(at(side * 15, 29, -6), at(0, 36, -8), 4, 4),
      tube(at(side * 19, 23, 4), at(side * 40, 26, 5), 4.5, 3),
    ]),
  ];
}

export const discOf = ({ middle, lean, height }: Disc, bulge: number): Solid =>
  leaned(
    column([0, 0], [bodyRadii.side - 0.5 + bulge, bodyRadii.depth - 0.5 + bulge], -height / 2, height / 2),
    middle,
    lean,
  );

export const nucleusOf = ({ middle, lean, height }: Disc): Solid =>
  leaned(ellipsoid([0, 2, 0], [17, 10.5, height * 0.46]), middle, lean);

/** The wings of the sacrum. */
export const sacralWings = ({ levels }: SpineModel): readonly Solid[] =>
  levels
    .filter(isSacral)
    .flatMap((level) =>
      [1, -1].map((side) => leaned(ellipsoid([side * 30, 5, 0], [23, 9, 16]), level.middle, level.lean)),
    );

/** Points down the middle of the dural sac, which ends at S2. */
export const canalPoints = ({ levels, discs }: SpineModel): readonly Point[] =>
  [
    ...levels
      .filter(({ name }) => name !== "S3")
      .map((level) => inLevel(level, [0, bodyRadii.depth + 8.5, 0])),
    ...discs.filter(({ height }) => height > 2).map((disc) => inLevel(disc, [0, bodyRadii.depth + 8, 0])),
  ].toSorted((one, other) => other[2] - one[2]);
