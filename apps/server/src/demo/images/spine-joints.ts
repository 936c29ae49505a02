import { filled, type Layer } from "./layer.ts";
import { ellipsoid, type Point, tube, within } from "./solid.ts";
import { t2 } from "./spine-brightness.ts";
import { bodyRadii, type Disc, inLevel } from "./spine-model.ts";

/** Behind a disc: from the middle to the left, from the back of the disc backwards, upwards. */
const behind =
  (disc: Disc) =>
  (x: number, back: number, up = 0): Point =>
    inLevel(disc, [x, bodyRadii.depth + back, up]);

interface Joint {
  /** Of the processes, of the ligament and of the fluid between the processes: half of each. */
  readonly size: number;
  readonly ligament: number;
  readonly fluid: number;
  /** How far it reaches into the canal. */
  readonly inwards: number;
}

const healthy: Joint = { size: 6.5, ligament: 1.7, fluid: 0.35, inwards: 0 };
/** At L4-L5: 2 mm of fluid on the left and 1 mm on the right, the ligament 6 mm thick. */
const worn = {
  left: { size: 8.5, ligament: 3, fluid: 1.15, inwards: 3.2 },
  right: { size: 8.5, ligament: 3, fluid: 0.65, inwards: 1 },
} as const;

function jointOn(disc: Disc, side: 1 | -1, { size, ligament, fluid, inwards }: Joint): readonly Layer[] {
  const at = behind(disc);
  const [inner, outer] = [at(side * (18 - inwards), 9.5), at(side * 23, 15)];
  const processes = [
    ellipsoid(inner, [size, size + 1, 11], side * 40),
    ellipsoid(outer, [size, size, 10], side * 40),
  ];
  const gap = tube(at(side * 16, 15.5), at(side * 23, 9), fluid, fluid);
  const edge = side * (14.5 - inwards / 2);
  const start = ligament > healthy.ligament ? 8.6 : 10.5;
  return [
    ...filled(t2.cortex, 1.5, 260, processes, { soft: 1.6 }),
    { solid: tube(at(edge, 14, -6), at(edge, 14, 6), 1.6, 1.6), value: t2.cortex },
    { solid: within(gap, ellipsoid(at(0, 0), [40, 60, 9])), value: t2.fluid, soft: 1.2 },
    {
      solid: tube(at(side * start, 9), at(side * 2, 15.5), ligament, ligament),
      value: t2.ligament,
      soft: 1.6,
    },
  ];
}

/** Joints and ligaments behind a lumbar disc. */
export function jointLayers(disc: Disc): readonly Layer[] {
  if (disc.height < 6) return [];
  const isSlipped = disc.above === "L4";
  return [
    ...jointOn(disc, 1, isSlipped ? worn.left : healthy),
    ...jointOn(disc, -1, isSlipped ? worn.right : healthy),
  ];
}

/** The roots of L5 on their way: round in the right recess, pressed flat in the left. */
export function recessLayers(disc: Disc): readonly Layer[] {
  const at = behind(disc);
  return [
    { solid: ellipsoid(at(-9.4, 5), [3.4, 3, 9]), value: t2.fat, soft: 1.6 },
    { solid: ellipsoid(at(-9.2, 5.2), [2.1, 2, 12]), value: 260, soft: 1.4 },
    { solid: ellipsoid(at(9.4, 4.6), [3.6, 2.4, 9]), value: 60, soft: 1.6 },
    { solid: ellipsoid(at(8.8, 4.4), [2.8, 0.8, 12], 20), value: 250, soft: 1.2 },
  ];
}
