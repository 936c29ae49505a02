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
import type { Phase } from "./torso-phase.ts";

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

export const organs = (spleenLength: number, phase: Phase): readonly Layer[] => [
  ...made(78, adrenals, { soft: 2 }),
  ...kidney(kidneyRight, [-46, 40, 154]),
  ...kidney(kidneyLeft, [48, 36, 180]),
  { solid: spleenOf(spleenLength), value: phase.spleen, soft: 2.2, bent: true, texture: "organ" },
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
