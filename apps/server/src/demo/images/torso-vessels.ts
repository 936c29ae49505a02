import { createSeededRandom } from "@consilium/foundation";
import { type Layer, made } from "./layer.ts";
import { fraction, type Point, type Solid, spread, tube, tubes } from "./solid.ts";
import { mirrored } from "./torso-outline.ts";
import type { Phase } from "./torso-phase.ts";

const aorta = tubes([
  [[10, 20, 300], 10.5],
  [[10, 14, 250], 10],
  [[8, 6, 200], 9.5],
  [[6, 4, 158], 9],
  [[2, 6, 136], 8.5],
]);
const cava = tubes([
  [[-22, 4, 312], 14],
  [[-24, 12, 285], 13],
  [[-24, 12, 240], 11.5],
  [[-20, 8, 180], 11],
  [[-14, 10, 130], 10],
]);
const iliacs = (turn: (point: Point) => Point, radius: number): readonly Solid[] =>
  tubes([
    [turn([2, 8, 138]), radius],
    [turn([28, 16, 105]), radius],
    [turn([48, -12, 70]), radius - 1],
    [turn([56, -58, 20]), radius - 1],
    [turn([58, -62, -10]), radius - 1],
  ]);
const shift = (by: number) => (turn: (point: Point) => Point) => (point: Point) => {
  const [x, y, z] = turn(point);
  return [x, y + by, z] as const;
};
const same = (point: Point): Point => point;

const arteries: readonly Solid[] = [
  ...aorta,
  ...iliacs(same, 6.5),
  ...iliacs(mirrored, 6.5),
  ...tubes([
    [[10, 4, 236], 4],
    [[10, -12, 238], 4],
    [[-16, -14, 230], 2.6],
  ]),
  ...tubes([
    [[10, 0, 222], 4],
    [[9, -12, 212], 4],
    [[6, -16, 170], 3.6],
    [[-6, -24, 120], 2.4],
  ]),
  tube([14, 8, 196], [48, 32, 182], 3, 2.6),
  tube([4, 10, 194], [-46, 40, 164], 3, 2.6),
];

const veins: readonly Solid[] = [
  ...cava,
  ...iliacs(shift(12)(same), 7),
  ...iliacs(shift(12)(mirrored), 7),
  tube([-20, 6, 190], [48, 34, 184], 4.5, 4),
  tube([-22, 12, 170], [-46, 38, 164], 4.5, 4),
  tube([-2, -16, 194], [-4, -22, 130], 5.5, 4),
  ...tubes([
    [[-4, -12, 196], 5],
    [[28, 4, 208], 4.5],
    [[66, 22, 228], 4.2],
    [[86, 30, 240], 4],
  ]),
  ...tubes([
    [[-4, -12, 194], 6.5],
    [[-16, -10, 207], 6.5],
    [[-26, -10, 216], 6.5],
  ]),
];

export const vessels = (phase: Phase): readonly Layer[] => [
  ...made(phase.arteries, arteries, { soft: 2.4 }),
  ...made(phase.veins, veins, { soft: 2.4 }),
];

function branches(seed: number, from: Point, way: Point, radius: number, depth: number): readonly Solid[] {
  const random = createSeededRandom(seed);
  const grow = (at: Point, [u, v, w]: Point, thick: number, left: number): readonly Solid[] => {
    if (left === 0) return [];
    const step = 15 + 9 * fraction(random);
    const to: Point = [at[0] + u * step, at[1] + v * step, at[2] + w * step * 0.8];
    const turn = (degrees: number): Point => {
      const angle = ((degrees + 12 * spread(random)) * Math.PI) / 180;
      return [
        u * Math.cos(angle) - v * Math.sin(angle),
        u * Math.sin(angle) + v * Math.cos(angle),
        w * 0.7 + 0.42 * spread(random),
      ];
    };
    const side = random.below(2) === 0 ? 1 : -1;
    return [
      tube(at, to, thick, thick * 0.9),
      ...grow(to, turn(-9 * side), thick * 0.88, left - 1),
      ...(left > 1 ? grow(to, turn(42 * side), thick * 0.7, left - 1) : []),
    ];
  };
  return grow(from, way, radius, depth);
}

/** The portal tree from the hilum, about the height of slice 87. */
const portal = (seed: number): readonly Solid[] => [
  ...tubes([
    [[-26, -10, 216], 6.5],
    [[-52, -6, 217], 5.6],
  ]),
  ...branches(seed + 1, [-52, -6, 217], [-0.85, 0.52, -0.12], 4.6, 5),
  ...branches(seed + 2, [-52, -6, 217], [-0.75, -0.66, 0.05], 4.4, 5),
  ...branches(seed + 6, [-50, -6, 216], [-0.5, 0.85, 0.2], 3.6, 4),
  ...tubes([
    [[-28, -10, 216], 5],
    [[-14, -34, 218], 4.8],
    [[-6, -58, 217], 4.2],
  ]),
  ...branches(seed + 3, [-14, -36, 218], [0.92, -0.35, -0.15], 3.8, 5),
  ...branches(seed + 4, [-6, -58, 217], [0.8, -0.3, -0.55], 3, 4),
  ...branches(seed + 5, [-6, -56, 217], [-0.9, -0.4, 0.1], 3, 3),
];

/** Where the right hepatic vein passes at the height of segment VII's lesion. */
export const rightHepaticVein: readonly (readonly [Point, number])[] = [
  [[-30, 10, 306], 6],
  [[-50, 22, 272], 5.2],
  [[-66, 30, 240], 4.2],
  [[-72, 33, 226], 3.6],
  [[-84, 34, 196], 2.6],
];

const hepatic = (seed: number): readonly Solid[] => [
  ...tubes(rightHepaticVein),
  ...tubes([
    [[-24, 0, 308], 6],
    [[-38, -26, 270], 5],
    [[-48, -44, 238], 3.8],
    [[-54, -54, 205], 2.4],
  ]),
  ...tubes([
    [[-18, -4, 306], 5.5],
    [[2, -34, 272], 4.6],
    [[22, -48, 244], 3.4],
  ]),
  ...branches(seed + 11, [-66, 30, 240], [-0.8, -0.5, -0.3], 3.2, 4),
  ...branches(seed + 12, [-48, -44, 238], [-0.7, 0.4, -0.3], 3, 4),
  ...branches(seed + 13, [-44, -8, 250], [-0.5, 0.2, -0.4], 3.2, 5),
  ...branches(seed + 8, [-50, 22, 272], [-0.8, 0.5, 0], 3.4, 4),
  ...branches(seed + 9, [-38, -26, 270], [-0.6, -0.7, 0.1], 3.4, 4),
  ...branches(seed + 10, [2, -34, 272], [0.7, -0.6, 0], 3, 4),
];

export const liverVessels = (seed: number, phase: Phase): readonly Layer[] => [
  ...made(phase.hepaticVeins, hepatic(seed), { soft: 2.4 }),
  ...made(phase.portalVein, portal(seed), { soft: 2.4 }),
];
