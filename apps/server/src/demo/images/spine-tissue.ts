import { createSeededRandom } from "@consilium/foundation";
import { filled, type Layer, made } from "./layer.ts";
import { ellipsoid, fraction, leaned, type Point, shrunk, type Solid, spread, trunk, tube } from "./solid.ts";
import { t2 } from "./spine-brightness.ts";
import { jointLayers, recessLayers } from "./spine-joints.ts";
import {
  archOf,
  bodyOf,
  bodyRadii,
  canalPoints,
  type Disc,
  discOf,
  inLevel,
  isSacral,
  type Level,
  nucleusOf,
  sacralWings,
  type SpineModel,
} from "./spine-model.ts";

function trunkLayers(seed: number): readonly Layer[] {
  const random = createSeededRandom(seed);
  const back = trunk(-28, 165, 118);
  const bowel = Array.from({ length: 130 }, () => {
    const at: Point = [85 * spread(random), -88 + 34 * spread(random), 40 + 150 * spread(random)];
    const radius = 9 + 8 * fraction(random);
    return {
      body: ellipsoid(at, [radius * 1.4, radius, radius * 1.3]),
      value: t2.bowel * (0.5 + 1.3 * fraction(random)),
    };
  });
  return [
    { solid: back, value: 160 },
    { solid: shrunk(back, 2), value: t2.fat, texture: "fat" },
    { solid: shrunk(back, 17), value: t2.muscle, texture: "stool" },
    { solid: shrunk(trunk(-45, 150, 92), 3), value: t2.fat * 0.75, texture: "fat", soft: 5 },
    ...bowel.flatMap(({ body, value }) => filled(190, 2, value, [body], { soft: 4, strength: 0.75 })),
  ];
}

/** Muscles of the back run out over the sacrum. */
const thin = (level: Level): number => (isSacral(level) ? 0.45 : 1);

/** Muscles with little fat between their bundles. */
function muscleLayers(model: SpineModel): readonly Layer[] {
  const steps = model.levels.slice(1).map((level, index) => [level, model.levels[index] ?? level] as const);
  const beside = [1, -1].flatMap((side) =>
    steps.flatMap(([low, high]) => {
      const along = (x: number, back: number, radius: number, flat: number): Solid => {
        const place = (level: Level): Point =>
          inLevel(level, [side * x, isSacral(level) ? back - 17 : back, 0]);
        return tube(place(low), place(high), radius * thin(low), radius * thin(high), flat);
      };
      return [along(17, 44, 15.5, 0.86), along(42, 40, 24, 1.12), along(62, 30, 15, 0.9)];
    }),
  );
  const psoas = [1, -1].flatMap((side) => [
    tube([side * 30, 4, 130], [side * 37, 2, 50], 8, 15, 0.8),
    tube([side * 37, 2, 50], [side * 46, -8, -20], 15, 20, 0.9),
    tube([side * 46, -8, -20], [side * 66, -42, -110], 20, 16),
  ]);
  return [
    ...made(
      t2.fat * 0.8,
      psoas.map((solid) => shrunk(solid, -1.5)),
      { soft: 2 },
    ),
    ...made(t2.muscle, [...beside, ...psoas], { texture: "stool", soft: 2.6, strength: 0.93 }),
  ];
}

const vesselLayers: readonly Layer[] = [
  ...made(t2.flow, [
    tube([10, -36, 200], [6, -36, 38], 8.5, 8),
    tube([6, -36, 38], [30, -34, -30], 6, 5.5),
    tube([6, -36, 38], [-28, -36, -30], 6, 5.5),
  ]),
  ...made(60, [
    tube([-18, -32, 200], [-16, -32, 26], 10, 9.5),
    tube([-16, -32, 26], [24, -26, -40], 7, 6),
    tube([-16, -32, 26], [-30, -26, -40], 7, 6),
  ]),
];

function boneLayers(model: SpineModel): readonly Layer[] {
  const arches = model.levels.flatMap(archOf);
  return [
    ...filled(t2.cortex, 1.6, t2.marrow + 40, sacralWings(model), { soft: 1.6, texture: "marrow" }),
    ...filled(t2.cortex, 1.7, t2.marrow + 20, arches, { soft: 1.6 }),
    ...filled(t2.cortex, 1.3, t2.marrow, model.levels.map(bodyOf), { soft: 1.6, texture: "marrow" }),
    ...model.levels
      .filter((level) => !isSacral(level))
      .map((level) => ({
        solid: leaned(ellipsoid([0, 0, 0], [3, 7, 1.6]), inLevel(level, [0, 11, 0]), level.lean),
        value: 520,
        soft: 2,
      })),
  ];
}

/** Disc L4-L5 is darker than the others and bulges. */
const discLayers = (disc: Disc): readonly Layer[] => {
  const isSlipped = disc.above === "L4";
  const isLumbar = disc.height > 5;
  const whole = discOf(disc, isSlipped ? 2.6 : disc.above === "above L4" ? 0.8 : 0);
  if (!isLumbar) return made(t2.dry, [whole], { soft: 2 });
  return [
    { solid: whole, value: isSlipped ? t2.dry - 20 : t2.annulus, soft: 1.8 },
    { solid: nucleusOf(disc), value: isSlipped ? 210 : t2.nucleus, soft: 5 },
  ];
};

/** Across and from front to back, half of it. At L4-L5 78 square millimetres are left. */
const sacRadii = (height: number): readonly [side: number, flat: number] => {
  const narrowed = Math.exp(-((height / 8) ** 2));
  return [10.2 - 4.4 * narrowed - Math.max(0, -height - 50) / 14, 1.3 + 0.05 * narrowed];
};

function sacLayers(model: SpineModel): readonly Layer[] {
  const points = canalPoints(model);
  const fine = points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    return [0, 1, 2, 3].map((step): Point => [
      0,
      from[1] + ((to[1] - from[1]) * step) / 4,
      from[2] + ((to[2] - from[2]) * step) / 4,
    ]);
  });
  const pieces = (wider: number): readonly Solid[] =>
    fine.slice(1).map((to, index) => {
      const from = fine[index] ?? to;
      const [side, flat] = sacRadii(from[2]);
      const [next] = sacRadii(to[2]);
      return tube(from, to, side + wider, next + wider, flat);
    });
  return [
    ...made(t2.fat, pieces(2.6), { soft: 2 }),
    ...made(70, pieces(0.9), { soft: 1.5 }),
    ...made(t2.fluid, pieces(0), { soft: 1.8 }),
  ];
}

/** Neighbouring points down the canal. */
const steps = (points: readonly Point[]): readonly (readonly [from: Point, to: Point])[] =>
  points.slice(1).map((to, index) => [points[index] ?? to, to]);

/** Down to its end at L1, tapering. */
const cordOf = (points: readonly Point[], end: number): readonly Solid[] =>
  steps(points).flatMap(([from, to]) => {
    if (from[2] < end) return [];
    const radius = (z: number): number => Math.min(4.6, 1 + (z - end + 8) / 6);
    return [tube([0, from[1] + 1, from[2]], [0, to[1] + 1.5, to[2]], radius(from[2]), radius(to[2]))];
  });

/** Roots lie towards the back of the sac and leave it one after the other. */
function rootsOf(points: readonly Point[], start: number, seed: number): readonly Solid[] {
  const random = createSeededRandom(seed);
  return Array.from({ length: 16 }, () => {
    const [side, back] = [spread(random), 0.15 + 0.6 * fraction(random)];
    const end = -90 + 130 * fraction(random);
    const place = ([, y, z]: Point): Point => {
      const [wide, flat] = sacRadii(z);
      return [side * wide * 0.72, y + (back * wide * Math.sqrt(1 - side * side * 0.6)) / flat, z];
    };
    return steps(points).flatMap(([from, to]) =>
      from[2] > start + 6 || to[2] < end ? [] : [tube(place(from), place(to), 0.75, 0.75)],
    );
  }).flat();
}

function nerveLayers(model: SpineModel, seed: number): readonly Layer[] {
  const points = canalPoints(model);
  const conus = model.levels.find(({ name }) => name === "L1")?.middle[2] ?? 130;
  return [
    ...made(t2.cord, cordOf(points, conus), { soft: 1.6 }),
    ...made(t2.root, rootsOf(points, conus, seed), { soft: 1.4, strength: 0.8 }),
  ];
}

/** Open on both sides: fat with the root in it, behind the lower half of each body. */
function foramenLayers(model: SpineModel): readonly Layer[] {
  const open = model.levels.filter((level) => !isSacral(level));
  const at = (side: number) =>
    open.map((level) => [level, inLevel(level, [side * 17, bodyRadii.depth + 1.5, -8])] as const);
  return [1, -1].flatMap((side) =>
    at(side).flatMap(([level, middle]): readonly Layer[] => [
      { solid: leaned(ellipsoid([0, 0, 0], [9, 5.5, 10]), middle, level.lean), value: t2.fat, soft: 2.5 },
      {
        solid: tube(
          [side * 9, middle[1] - 1, middle[2] + 5],
          [side * 27, middle[1] - 3, middle[2] - 2],
          2.6,
          3,
        ),
        value: 230,
        soft: 1.8,
      },
    ]),
  );
}

export function spineLayers(model: SpineModel, seed: number): readonly Layer[] {
  const slipped = model.discs.filter(({ above }) => above === "L4");
  return [
    ...trunkLayers(seed),
    ...vesselLayers,
    ...muscleLayers(model),
    ...boneLayers(model),
    ...foramenLayers(model),
    ...model.discs.flatMap(discLayers),
    ...model.discs.flatMap(jointLayers),
    ...sacLayers(model),
    ...slipped.flatMap(recessLayers),
    ...nerveLayers(model, seed + 1),
  ];
}
