import { createSeededRandom } from "@consilium/foundation";
import { filled, type Layer, made } from "./layer.ts";
import {
  column,
  ellipsoid,
  fraction,
  joined,
  type Point,
  shrunk,
  type Solid,
  spread,
  tube,
  tubes,
  within,
  without,
} from "./solid.ts";
import { cavity, mirrored, spineAt } from "./torso-outline.ts";

const kidneyRight = ellipsoid([-62, 50, 154], [27, 31, 50], 32);
const kidneyLeft = ellipsoid([64, 46, 180], [27, 31, 55], -32);
const stomach = joined(
  within(ellipsoid([66, -26, 258], [50, 44, 62]), { distance: (x, y, z) => cavity.distance(x, y, z) + 5 }),
  tube([52, -34, 212], [14, -26, 180], 22, 13),
  26,
);
const gallbladder = ellipsoid([-44, -50, 176], [14, 20, 20], 30);
const beforeSpine = column([4, 44], [46, 42], 120, 320);

const inCavity = (solid: Solid, gap: number): Solid => ({
  ...solid,
  distance: (x, y, z) => Math.max(solid.distance(x, y, z), cavity.distance(x, y, z) + gap),
});

/** Right and left lobe, pressed against ribs, kidney, stomach and spine. */
export const liver: Solid = without(
  inCavity(
    joined(ellipsoid([-64, -2, 240], [86, 96, 92]), ellipsoid([8, -52, 224], [84, 36, 66], -8), 42),
    0.4,
  ),
  3.5,
  kidneyRight,
  stomach,
  beforeSpine,
  gallbladder,
);

/** The spleen grew under treatment: its length is given in millimetres. */
export const spleenOf = (length: number): Solid =>
  without(inCavity(ellipsoid([106, 34, 258], [32, 60, length / 2], -24), 3), 4, stomach, kidneyLeft);

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

export const mediastinum = (): readonly Layer[] => [
  { solid: heart, value: -60, soft: 2 },
  { solid: shrunk(heart, 4), value: 105, soft: 3, texture: "organ" },
  ...made(
    148,
    [
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
    ],
    { soft: 2.5 },
  ),
  ...made(
    45,
    tubes([
      [[4, 26, 300], 7],
      [[2, 30, 400], 7],
      [[4, 24, 535], 6],
    ]),
  ),
  ...made(
    -985,
    tubes([
      [[0, 2, 535], 8.5],
      [[0, 8, 445], 8.5],
    ]),
    { soft: 2 },
  ),
  ...made(-985, [tube([0, 8, 446], [-42, 14, 408], 7.5, 5), tube([0, 8, 446], [44, 16, 414], 7, 5)], {
    soft: 2,
  }),
  { solid: tube([-31, -24, 392], [-30, -22, 535], 1.3, 1.3), value: 1900, soft: 1.6 },
  { solid: ellipsoid([58, 20, 478], [2.2, 2.2, 2.2]), value: 700, soft: 1.6 },
];

const muscles = (side: 1 | -1): readonly Solid[] => {
  const at = (point: Point): Point => (side === 1 ? point : mirrored(point));
  return [
    tube(at([26, spineAt(262) + 4, 262]), at([40, 34, 170]), 5, 19),
    tube(at([40, 34, 170]), at([50, 14, 110]), 19, 21),
    tube(at([50, 14, 110]), at([78, -36, 50]), 21, 17),
    tube(at([66, 62, 235]), at([74, 58, 150]), 10, 16, 1.5),
  ];
};

/** Muscles beside and behind the spine and about the hips, each in its fat. */
export function muscleLayers(): readonly Layer[] {
  const behind = [1, -1].flatMap((side) =>
    [60, 120, 180, 240, 300, 360, 420, 480].map((z) =>
      tube(
        [side * 33, spineAt(z) + 40, z],
        [side * 33, spineAt(z + 60) + 40, z + 60],
        z < 90 ? 9 : 21,
        z === 480 ? 16 : 21,
        1.3,
      ),
    ),
  );
  const beside = [...muscles(1), ...muscles(-1)];
  return [
    ...made(
      -95,
      hips.map((solid) => shrunk(solid, -2)),
      { soft: 3, bent: true },
    ),
    ...made(58, hips, { texture: "organ", soft: 3, bent: true }),
    ...made(
      -70,
      behind.map((solid) => shrunk(solid, -1.5)),
      { strength: 0.7, bent: true },
    ),
    ...made(57, behind, { texture: "organ", soft: 3, bent: true }),
    ...made(60, beside, { texture: "organ" }),
  ];
}

const hips: readonly Solid[] = [1, -1].flatMap((side) => [
  ellipsoid([side * 82, 66, 62], [54, 22, 74], side * -34),
  ellipsoid([side * 118, 16, 92], [17, 50, 60], side * 24),
  ellipsoid([side * 104, 2, 18], [44, 46, 62]),
  ellipsoid([side * 100, -46, 12], [30, 26, 66]),
  ellipsoid([side * 50, -26, -8], [34, 30, 34]),
  ellipsoid([side * 44, 20, 40], [12, 34, 40], side * 14),
]);

const adrenals = [1, -1].flatMap((side) => [
  tube([side * 36, 30, 244], [side * 44, 44, 226], 2.6, 2.2),
  tube([side * 36, 30, 244], [side * 34, 46, 226], 2.6, 2),
]);

const kidney = (solid: Solid, hilum: Point): readonly Layer[] => [
  { solid, value: 182, soft: 2.2, bent: true },
  { solid: shrunk(solid, 7), value: 152, soft: 5, bent: true, texture: "organ" },
  { solid: within(ellipsoid(hilum, [17, 13, 26]), shrunk(solid, 4)), value: -60, soft: 6, bent: true },
  { solid: ellipsoid(hilum, [9, 6, 13]), value: 20, soft: 4, bent: true },
];

const stomachAir: Solid = {
  ...stomach,
  distance: (x, y, z) => Math.max(stomach.distance(x, y, z) + 5, y + 32),
};

export const organs = (spleenLength: number): readonly Layer[] => [
  ...made(78, adrenals, { soft: 2 }),
  ...kidney(kidneyRight, [-46, 40, 154]),
  ...kidney(kidneyLeft, [48, 36, 180]),
  { solid: spleenOf(spleenLength), value: 126, soft: 2.2, bent: true, texture: "organ" },
  ...made(
    98,
    tubes([
      [[-30, -4, 178], 13],
      [[-8, -14, 188], 11],
      [[26, -6, 204], 9],
      [[62, 14, 222], 8],
      [[84, 26, 234], 6],
    ]),
    { bent: true, texture: "organ", soft: 3 },
  ),
  { solid: stomach, value: 82, soft: 2.2, bent: true },
  { solid: shrunk(stomach, 5), value: 14, soft: 2.5, bent: true },
  { solid: stomachAir, value: -960, soft: 2.5, bent: true },
  { solid: gallbladder, value: 50, bent: true },
  { solid: shrunk(gallbladder, 2), value: 9, bent: true },
];

/** A region that loops of bowel lie in: its middle and how far they stray. */
const bowelRegions: readonly (readonly [middle: Point, reach: Point, loops: number])[] = [
  [[0, -34, 108], [80, 38, 66], 120],
  [[66, -6, 186], [30, 36, 30], 34],
  [[0, -20, 60], [60, 30, 24], 22],
];

function smallBowel(seed: number): readonly Layer[] {
  const random = createSeededRandom(seed);
  return bowelRegions.flatMap(([[x, y, z], [dx, dy, dz], loops]) =>
    Array.from({ length: loops }, () => {
      const at: Point = [x + dx * spread(random), y + dy * spread(random), z + dz * spread(random)];
      const radius = 9 + 4 * fraction(random);
      const radii: Point = [radius * (1 + fraction(random)), radius, radius * (1 + 0.6 * fraction(random))];
      const content = fraction(random) < 0.08 ? -500 : 28 + 25 * fraction(random);
      const loop = ellipsoid(at, radii, 180 * fraction(random));
      return filled(92, 2.6, content, [loop], { soft: 2.4, bent: true });
    }).flat(),
  );
}

const colon = (): readonly Solid[] => [
  ...tubes([
    [[-88, 6, 62], 24],
    [[-98, 12, 110], 22],
    [[-96, 2, 150], 20],
  ]),
  ...tubes([
    [[-84, -48, 158], 17],
    [[-40, -74, 150], 17],
    [[10, -78, 158], 16],
    [[60, -70, 178], 16],
    [[98, -14, 208], 15],
  ]),
  ...tubes([
    [[106, 18, 200], 13],
    [[108, 22, 140], 13],
    [[100, 12, 95], 13],
    [[70, -14, 70], 13],
    [[30, 14, 66], 13],
    [[4, 42, 58], 14],
    [[0, 52, 25], 16],
    [[0, 50, -20], 15],
  ]),
];

export const bowel = (seed: number): readonly Layer[] => [
  ...smallBowel(seed),
  ...filled(68, 3, -10, colon(), { soft: 2.5, bent: true, texture: "stool" }),
  ...filled(75, 4, 6, [ellipsoid([0, -30, 26], [46, 34, 26])], { soft: 2.5, bent: true }),
  { solid: ellipsoid([2, 8, 48], [30, 22, 22]), value: 96, soft: 3, bent: true, texture: "organ" },
  ...made(
    -98,
    [1, -1].map((side) => ellipsoid([side * 66, 74, 20], [46, 10, 50], side * 30)),
    { soft: 5 },
  ),
];
