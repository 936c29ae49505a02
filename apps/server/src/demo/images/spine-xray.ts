import { createSeededRandom } from "@consilium/foundation";
import { grainAt, makeGrain } from "./grain.ts";
import { ellipsoid, fraction, type Point, shrunk, type Solid, spread, tube } from "./solid.ts";
import { archOf, bodyOf, isSacral, makeSpine, sacralWings, type SpineModel } from "./spine-model.ts";

/** From the side, the front to the left; or from the front, the right side to the left. */
export type View = "lateral" | "frontal";

export interface Film {
  readonly columns: number;
  readonly rows: number;
  /** Millimetres between pixels at the detector. */
  readonly pixel: number;
  /** 0 to 4095, bone bright. */
  readonly values: Float32Array;
}

export const filmSize = { columns: 440, rows: 760, pixel: 0.45 } as const;

const top = 205;
const left: Readonly<Record<View, number>> = { lateral: -115, frontal: -99 };
/** Millimetres between the points at which a ray is asked what it meets. */
const step = 2.5;

interface Dense {
  readonly solid: Solid;
  /** What a millimetre of it takes from the ray. */
  readonly density: number;
}

const shelled = (solid: Solid, wall: number, cortex: number, marrow: number): readonly Dense[] => [
  { solid, density: cortex },
  { solid: shrunk(solid, wall), density: marrow - cortex },
];

function bones(model: SpineModel): readonly Dense[] {
  const ribs = [1, -1].flatMap((side) =>
    [0, 24].flatMap((up) => [
      tube([side * 28, 30, 178 + up], [side * 75, 42, 158 + up], 4.5, 5),
      tube([side * 75, 42, 158 + up], [side * 112, 4, 118 + up], 5, 4),
    ]),
  );
  const wings = [1, -1].map((side) => ellipsoid([side * 78, 14, -62], [52, 9, 56], -42 * side));
  return [
    ...model.levels.flatMap((level) =>
      shelled(bodyOf(level), 1.6, isSacral(level) ? 9 : 19, isSacral(level) ? 5.5 : 9),
    ),
    ...model.levels.flatMap(archOf).flatMap((solid) => shelled(solid, 1.7, 10, 3.6)),
    ...sacralWings(model).flatMap((solid) => shelled(solid, 3, 4, 3)),
    ...ribs.flatMap((solid) => shelled(solid, 1.5, 12, 4)),
    ...wings.flatMap((solid) => shelled(solid, 2.4, 5, 1.2)),
  ];
}

/** Gas in the bowel, before the spine. */
function gas(seed: number): readonly Dense[] {
  const random = createSeededRandom(seed);
  return Array.from({ length: 22 }, () => {
    const at: Point = [88 * spread(random), -70 + 22 * spread(random), 20 + 150 * spread(random)];
    const radius = 7 + 11 * fraction(random);
    return { solid: ellipsoid(at, [radius * 1.4, radius, radius]), density: -3.4 };
  });
}

const softEdge = 1.4;

function addShadow(values: Float32Array, { solid, density }: Dense, view: View): void {
  const { columns, rows, pixel } = filmSize;
  const [across, through] = view === "lateral" ? ([1, 0] as const) : ([0, 1] as const);
  const [start, end] = [solid.low[through], solid.high[through]];
  const steps = Math.max(3, Math.ceil((end - start) / step));
  const length = (end - start) / steps;
  const first = Math.max(0, Math.floor((solid.low[across] - left[view]) / pixel));
  const last = Math.min(columns - 1, Math.ceil((solid.high[across] - left[view]) / pixel));
  const upper = Math.max(0, Math.floor((top - solid.high[2]) / pixel));
  const lower = Math.min(rows - 1, Math.ceil((top - solid.low[2]) / pixel));
  for (let row = upper; row <= lower; row += 1)
    for (let col = first; col <= last; col += 1) {
      const [u, z] = [left[view] + col * pixel, top - row * pixel];
      let met = 0;
      for (let at = start + length / 2; at < end; at += length) {
        const distance = view === "lateral" ? solid.distance(at, u, z) : solid.distance(u, at, z);
        met += Math.min(1, Math.max(0, 0.5 - distance / softEdge));
      }
      const index = row * columns + col;
      values[index] = (values[index] ?? 0) + met * length * density;
    }
}

/** Soft tissue: as thick as the trunk is there. Past the back the film is black. */
function softTissue(view: View, u: number, z: number): number {
  if (view === "frontal")
    return 760 - 0.016 * u * u + 150 / (1 + Math.exp((z + 40) / 14)) + 0.5 * (80 - Math.abs(z - 30));
  const back = Math.min(1, Math.max(0, (92 - u) / 26));
  return (820 + (z < -30 ? 260 : 0) * Math.min(1, (-30 - z) / 60) - 0.9 * Math.max(0, z - 80)) * back ** 0.6;
}

/** A film of a spine that lies; what stands forward is seen at its true size. */
export function drawFilm(view: View, seed: number, slipMm: number): Film {
  const { columns, rows, pixel } = filmSize;
  const random = createSeededRandom(seed);
  const sum = new Float32Array(columns * rows);
  for (const dense of [...bones(makeSpine(slipMm)), ...gas(seed + 1)]) addShadow(sum, dense, view);
  const coarse = grainAt(makeGrain(seed + 2, 256, 6), random, columns, rows, 16);
  const fine = grainAt(makeGrain(seed + 3, 256, 1), random, columns, rows, 15);
  const values = sum.map((bone, at) => {
    const u = left[view] + (at % columns) * pixel;
    const soft = softTissue(view, u, top - Math.floor(at / columns) * pixel);
    const thick = soft + bone + (coarse[at] ?? 0);
    return Math.min(4095, Math.max(0, 4095 * (1 - Math.exp(-Math.max(0, thick) / 1150)) + (fine[at] ?? 0)));
  });
  return { ...filmSize, values };
}
