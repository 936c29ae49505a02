import { createSeededRandom } from "@consilium/foundation";
import { type Grain, grainAt, makeGrain } from "./grain.ts";
import { type Layer, paintLayers, type Textures } from "./layer.ts";
import { emptyPicture, maskOf, meets, paint, type Picture, type Plane } from "./picture.ts";
import { ellipsoid, type Point, type Solid } from "./solid.ts";
import { chestBones, pelvis, ribsAt, spine } from "./torso-bones.ts";
import { lungLayers, lungs, lungTree, mediastinum } from "./torso-chest.ts";
import { bowel, liver, muscleLayers, organs } from "./torso-organs.ts";
import { outlineAt } from "./torso-outline.ts";
import { type Phase, portalVenous } from "./torso-phase.ts";
import { liverVessels, vessels } from "./torso-vessels.ts";

export interface Lesion {
  readonly at: Point;
  /** The longest diameter in the slice and the one across it, at half of the contrast. Millimetres. */
  readonly mm: readonly [number, number];
  /** Of the longest diameter, from x towards y. */
  readonly degrees: number;
  /** Hounsfield units in its middle. */
  readonly value: number;
  /** Millimetres over which its edge is blurred. */
  readonly soft: number;
}

export interface TorsoFacts {
  readonly seed: number;
  readonly lesions: readonly Lesion[];
  readonly spleenLength: number;
  readonly phase: Phase;
  /** Of this patient alone: what lies in the chest beside what everybody has. */
  readonly inChest?: readonly Layer[];
}

export interface Torso {
  /** Hounsfield units of an axial slice; `number` tells its noise from another's. */
  readonly slice: (plane: Plane, number: number) => Float32Array;
}

export const liverValue = portalVenous.liver;

interface Parts {
  readonly facts: TorsoFacts;
  readonly under: readonly Layer[];
  readonly over: readonly Layer[];
  readonly inLungs: readonly Layer[];
  readonly inLiver: readonly Layer[];
  readonly grains: Readonly<Record<"fine" | "middle" | "coarse", Grain>>;
}

const grainSize = 320;

const partsOf = (facts: TorsoFacts): Parts => ({
  facts,
  under: [...muscleLayers(), ...pelvis(), ...spine(), ...chestBones()],
  over: [
    ...vessels(facts.phase),
    ...bowel(facts.seed + 20),
    ...organs(facts.spleenLength, facts.phase),
    ...mediastinum(facts.phase),
    ...(facts.inChest ?? []),
  ],
  inLungs: lungTree(facts.seed + 30),
  inLiver: liverVessels(facts.seed + 40, facts.phase),
  grains: {
    fine: makeGrain(facts.seed + 1, grainSize, 1),
    middle: makeGrain(facts.seed + 2, grainSize, 2),
    coarse: makeGrain(facts.seed + 3, grainSize, 7),
  },
});

/** Organs are no ellipses: their outlines wander by some millimetres. */
function bendAt({ bend }: Picture, { origin: [x0, y0, z], pixel }: Plane): void {
  for (const row of bend.u.keys()) {
    const y = y0 + row * pixel;
    bend.u[row] = 2.8 * Math.sin(y / 31 + z / 37) + 0.7 * Math.sin(y / 9.3 - z / 15);
  }
  for (const col of bend.v.keys()) {
    const x = x0 + col * pixel;
    bend.v[col] = 2.6 * Math.sin(x / 28 - z / 41 + 1) + 0.6 * Math.sin(x / 8.6 + z / 13);
  }
}

const tableAt = (z: number): Solid => {
  const curve = ellipsoid([0, -160, z], [430, 292, 1e6]);
  return {
    ...curve,
    distance: (x, y, at) => Math.max(Math.abs(curve.distance(x, y, at)) - 1.6, Math.abs(x) - 205),
  };
};

function drawOutline(picture: Picture, z: number, textures: Textures): void {
  const { skin, fat, wall, cavity } = outlineAt(z);
  paint(picture, tableAt(z), { value: -250, soft: 2 });
  paint(picture, skin, { value: 25, bent: true });
  paint(picture, fat, { value: -106, texture: textures.fat, bent: true });
  paint(picture, wall, { value: 56, texture: textures.organ, soft: 3, bent: true });
  paint(picture, cavity, { value: -102, texture: textures.fat, soft: 3, bent: true });
}

function drawLiver(picture: Picture, { inLiver, facts }: Parts, textures: Textures): void {
  const mask = maskOf(picture, liver, { soft: 2.4, bent: true });
  paint(picture, liver, { value: facts.phase.liver, soft: 2.4, bent: true, texture: textures.organ });
  paintLayers(picture, inLiver, textures, mask);
  for (const { at, mm, degrees, value, soft } of facts.lesions) {
    const [long, short] = mm;
    const body = ellipsoid(at, [long / 2, short / 2, (long + short) / 4], degrees);
    paint(picture, body, { value, soft });
  }
}

function drawSlice(parts: Parts, plane: Plane, number: number): Float32Array {
  const { columns, rows, origin } = plane;
  const { fine, middle, coarse } = parts.grains;
  const random = createSeededRandom(parts.facts.seed * 1009 + number);
  const textures: Textures = {
    organ: grainAt(middle, random, columns, rows, 3),
    marrow: grainAt(middle, random, columns, rows, 65),
    stool: grainAt(middle, random, columns, rows, 130),
    fat: grainAt(coarse, random, columns, rows, 7),
  };
  const picture = emptyPicture(plane, -1000);
  bendAt(picture, plane);
  drawOutline(picture, origin[2], textures);
  paintLayers(picture, lungLayers, textures);
  for (const lung of lungs)
    if (meets(picture, lung, 2)) paintLayers(picture, parts.inLungs, textures, maskOf(picture, lung));
  paintLayers(picture, parts.under, textures);
  paintLayers(picture, ribsAt(origin[2]), textures);
  paintLayers(picture, parts.over, textures);
  drawLiver(picture, parts, textures);
  const noise = grainAt(fine, random, columns, rows, 11);
  const { values } = picture;
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) + (noise[at] ?? 0);
  return values;
}

export function makeTorso(facts: TorsoFacts): Torso {
  const parts = partsOf(facts);
  return { slice: (plane, number) => drawSlice(parts, plane, number) };
}
