import { filled, type Layer, made } from "./layer.ts";
import { column, ellipsoid, type Point, type Solid, tube, tubes, without } from "./solid.ts";
import { cavityMiddle, cavityRadiiAt, mirrored, spineAt } from "./torso-outline.ts";

const cortex = 620;
const marrow = 190;
const both = (make: (turn: (point: Point) => Point, side: 1 | -1) => readonly Solid[]): readonly Solid[] => [
  ...make((point) => point, 1),
  ...make(mirrored, -1),
];

/** Middles of the discs below L5 up to above T1; the vertebrae lie between. */
const discs = [
  95, 127, 159, 190, 220, 249, 277, 303, 328, 352, 376, 399, 422, 444, 466, 487, 508, 528, 548,
] as const;

function vertebra(z: number, height: number): readonly Layer[] {
  const y = spineAt(z);
  const width = 26 - Math.min(9, z / 60);
  const depth = width * 0.74;
  const half = height / 2;
  const body = column([0, y], [width, depth], z - half, z + half);
  const arch = [
    ...both((turn) => [
      tube(turn([14, y + depth - 4, z + 3]), turn([15, y + depth + 12, z + 2]), 5, 5),
      tube(turn([15, y + depth + 12, z]), turn([2, y + depth + 25, z - 3]), 5, 4),
      tube(
        turn([16, y + depth + 12, z + 1]),
        turn([z > 270 ? 32 : 40, y + depth + (z > 270 ? 22 : 8), z + 2]),
        4.5,
        3,
      ),
      ellipsoid(turn([19, y + depth + 13, z - half]), [7, 7, 9]),
    ]),
    tube([0, y + depth + 24, z - 2], [0, y + depth + (z > 270 ? 40 : 38), z - (z > 270 ? 16 : 6)], 4, 4.5),
  ];
  return [
    ...filled(cortex * 0.8, 2.6, 180, arch, { soft: 2.4 }),
    { solid: body, value: cortex * 0.9, soft: 2 },
    {
      solid: column([0, y], [width - 2.2, depth - 2.2], z - half + 0.6, z + half - 0.6),
      value: marrow,
      soft: 2.4,
      texture: "marrow",
    },
  ];
}

const disc = (z: number): Layer => ({
  solid: column([0, spineAt(z)], [25 - Math.min(9, z / 60), 18 - Math.min(6, z / 80)], z - 5, z + 5),
  value: 85,
  soft: 3,
});

/** The dural sac in its canal. */
const canal = (): readonly Layer[] => {
  const points = discs.map((z): readonly [Point, number] => {
    const width = 26 - Math.min(9, z / 60);
    return [[0, spineAt(z) + width * 0.74 + 9, z], 8.5];
  });
  return [...made(-40, tubes(points.map(([point]) => [point, 10])), { soft: 3 }), ...made(28, tubes(points))];
};

export const spine = (): readonly Layer[] => [
  ...discs.map(disc),
  ...discs.slice(1).flatMap((z, index) => {
    const below = discs[index] ?? z;
    return vertebra((z + below) / 2, z - below - 7);
  }),
  ...canal(),
];

function hip(turn: (point: Point) => Point, side: 1 | -1): readonly Solid[] {
  const head = ellipsoid(turn([88, -4, 34]), [23, 23, 23]);
  return [
    ellipsoid(turn([84, 18, 108]), [60, 8, 60], -50 * side),
    without(ellipsoid(turn([80, 2, 48]), [27, 32, 34], -40 * side), 3, head),
    tube(turn([70, -32, 34]), turn([8, -62, 14]), 9, 8),
    tube(turn([74, 26, 40]), turn([60, 38, -10]), 17, 15),
    tube(turn([8, -62, 16]), turn([55, 10, -14]), 8, 8),
    head,
    tube(turn([92, -2, 30]), turn([132, 12, 12]), 14, 17),
    tube(turn([132, 12, 16]), turn([136, 8, -30]), 19, 16),
  ];
}

export const pelvis = (): readonly Layer[] => [
  ...filled(
    cortex * 0.75,
    2.6,
    170,
    [
      ellipsoid([0, 62, 72], [50, 19, 38]),
      ellipsoid([0, 78, 35], [26, 12, 34]),
      ...both((turn) => [ellipsoid(turn([34, 52, 88]), [24, 16, 26])]),
    ],
    { texture: "marrow" },
  ),
  ...both((turn) => [ellipsoid(turn([15, 70, 70]), [5, 5, 9]), ellipsoid(turn([14, 62, 92]), [5, 5, 8])]).map(
    (solid) => ({ solid, value: -20, soft: 4 }),
  ),
  ...filled(cortex * 0.85, 2.8, 160, both(hip), { texture: "marrow" }),
];

const shoulders = (): readonly Solid[] =>
  both((turn) => [
    ellipsoid(turn([112, 52, 480]), [44, 5, 70], turn === mirrored ? 28 : -28),
    tube(turn([22, -52, 500]), turn([95, -15, 534]), 7, 7),
    ellipsoid(turn([140, -2, 545]), [24, 24, 26]),
  ]);

export const chestBones = (): readonly Layer[] => [
  ...filled(cortex * 0.5, 2.5, 120, [
    ellipsoid([0, -96, 420], [19, 6.5, 62]),
    ellipsoid([0, -88, 478], [28, 7, 22]),
  ]),
  ...filled(cortex * 0.8, 2.2, 200, shoulders(), { texture: "marrow" }),
];

/** How far round from the back, in degrees, a rib goes as bone, and how far it falls on that way. */
function ribFacts(number: number): { readonly reach: number; readonly fall: number; readonly top: number } {
  const top = 532 - (number - 1) * 22.4;
  if (number > 10) return { reach: number === 11 ? 100 : 66, fall: number === 11 ? 104 : 76, top };
  return { reach: number < 3 ? 140 : 132, fall: 38 + number * 9.4, top };
}

/** Ribs where a slice cuts them: short ellipses in the wall. Beyond the bone comes cartilage. */
export function ribsAt(z: number): readonly Layer[] {
  const [a, b] = cavityRadiiAt(z);
  return Array.from({ length: 12 }, (_, index) => ribFacts(index + 1)).flatMap(
    ({ reach, fall, top }, index) => {
      const share = (top - z) / fall;
      if (share < 0 || share > 1.25 || (index > 9 && share > 1)) return [];
      const angle = ((12 + reach * share ** 0.85) * Math.PI) / 180;
      const [x, y] = [(a + 6) * Math.sin(angle), cavityMiddle + (b + 6) * Math.cos(angle)];
      const slope = (Math.atan2(-(b + 6) * Math.sin(angle), (a + 6) * Math.cos(angle)) * 180) / Math.PI;
      const isBone = share <= 1;
      const length = share < 0.08 ? 18 : 15 + 3 * Math.sin(index * 2.1);
      return [1, -1].flatMap((side) => {
        const cut = ellipsoid([side * x, y, z], [length, 5.8, 8], side * slope);
        return isBone ? filled(cortex * 1.15, 2.1, 330, [cut], { soft: 2 }) : made(115, [cut], { soft: 2.5 });
      });
    },
  );
}
