import { createSeededRandom } from "@consilium/foundation";
import { type Layer, made } from "./layer.ts";
import { ellipsoid, fraction, type Point, shrunk, type Solid, spread, tube, tubes } from "./solid.ts";
import { liver } from "./torso-organs.ts";
import { cavity } from "./torso-outline.ts";
import type { Phase } from "./torso-phase.ts";

const leftDome = ellipsoid([58, 0, 236], [84, 108, 82]);
const heart = ellipsoid([20, -34, 358], [62, 44, 50], 32);

const floor = (y: number): number => 296 - 0.4 * (y + 20);

export const lungs: readonly Solid[] = [-1, 1].map((side) => {
  const shape = ellipsoid([side * 68, 0, 365], [62, 104, 164]);
  const dome = side < 0 ? liver : leftDome;
  return {
    ...shape,
    distance: (x, y, z) =>
      Math.max(
        shape.distance(x, y, z),
        cavity.distance(x, y, z) + 2,
        4 - dome.distance(x, y, z),
        3 - heart.distance(x, y, z),
        0.8 * (floor(y) - z),
        19 + 7 * Math.sin(y / 20 + 1) + 4 * Math.sin(z / 30) - side * x,
      ),
  };
});

function lungVessels(seed: number): readonly Solid[] {
  const random = createSeededRandom(seed);
  const grow = (from: Point, way: Point, radius: number, left: number): readonly Solid[] => {
    if (left === 0 || radius < 0.6) return [];
    const step = 13 + 13 * fraction(random);
    const to: Point = [from[0] + way[0] * step, from[1] + way[1] * step, from[2] + way[2] * step];
    const turned = (by: number): Point => {
      const next = way.map((part) => part + by * spread(random));
      const length = Math.hypot(...next) || 1;
      return [(next[0] ?? 0) / length, (next[1] ?? 0) / length, (next[2] ?? 0) / length];
    };
    return [
      tube(from, to, radius, radius * 0.82),
      ...grow(to, turned(0.45), radius * 0.8, left - 1),
      ...grow(to, turned(0.95), radius * 0.62, left - 1),
    ];
  };
  return [-1, 1].flatMap((side) =>
    Array.from({ length: 11 }, (_, index) => {
      const height = -1 + index / 4;
      const way: Point = [side * 0.7, 0.7 * spread(random), height * 0.8];
      return grow([side * 34, 12, 410 + height * 16], way, 5.2, 8);
    }).flat(),
  );
}

export const lungLayers: readonly Layer[] = made(-865, lungs, { soft: 2, texture: "fat" });

export const lungTree = (seed: number): readonly Layer[] => made(40, lungVessels(seed), { soft: 1.8 });

/** The heart's chambers and the great vessels. */
const blood: readonly Solid[] = [
  ellipsoid([46, -24, 352], [21, 17, 28], 35),
  ellipsoid([14, -56, 352], [30, 14, 30], 22),
  ellipsoid([-24, -34, 366], [20, 22, 28]),
  ellipsoid([4, 0, 376], [30, 16, 20]),
  ...tubes([
    [[-8, -34, 380], 15],
    [[-14, -36, 420], 16],
    [[-10, -34, 452], 15],
    [[2, -14, 470], 13],
    [[16, 14, 468], 12],
    [[22, 36, 450], 12],
    [[22, 38, 420], 12],
    [[20, 36, 350], 11.5],
    [[10, 20, 300], 11],
  ]),
  ...tubes([
    [[16, -48, 392], 14],
    [[18, -36, 425], 13],
    [[40, 0, 428], 9],
  ]),
  tube([16, -30, 424], [-46, 4, 418], 11, 8),
  tube([-32, -26, 385], [-30, -22, 490], 9, 8),
  ...[-14, 4, 20].map((x) => tube([x * 0.6, -12, 470], [x * 1.6, -8, 535], 5, 4)),
];

const gullet = tubes([
  [[4, 26, 300], 7],
  [[2, 30, 400], 7],
  [[4, 24, 535], 6],
]);

const airways: readonly Solid[] = [
  tube([0, 2, 535], [0, 8, 445], 8.5, 8.5),
  tube([0, 8, 446], [-42, 14, 408], 7.5, 5),
  tube([0, 8, 446], [44, 16, 414], 7, 5),
];

const catheter = tube([-31, -24, 392], [-30, -22, 535], 1.3, 1.3);
/** In the left upper lobe, old. */
const granuloma = ellipsoid([58, 20, 478], [2.2, 2.2, 2.2]);

export const mediastinum = (phase: Phase): readonly Layer[] => [
  { solid: heart, value: -60, soft: 2 },
  { solid: shrunk(heart, 4), value: phase.heartMuscle, soft: 3, texture: "organ" },
  ...made(phase.heart, blood, { soft: 2.5 }),
  ...made(45, gullet),
  ...made(-985, airways, { soft: 2 }),
];

export const catheterAndGranuloma = (): readonly Layer[] => [
  { solid: catheter, value: 1900, soft: 1.6 },
  { solid: granuloma, value: 700, soft: 1.6 },
];
