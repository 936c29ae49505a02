import { ctFile } from "./ct-file.ts";
import type { DemoImage } from "./demo-image.ts";
import { type DrawnStudy, pathOf, seriesOf, sliceOf } from "./image-heading.ts";
import type { Plane } from "./picture.ts";
import { catheterAndGranuloma } from "./torso-chest.ts";
import { portalVenous } from "./torso-phase.ts";
import { type Lesion, makeTorso, type Torso } from "./torso.ts";

const portalSeries = 4;
const seed = 4821;
export const ctSize = 256;
export const ctPixel = 1.4;

/** Where a lesion lies in the plane of its slice, and what the readers measured. */
interface Placed extends Omit<Lesion, "at"> {
  readonly place: string;
  readonly at: readonly [x: number, y: number];
}

interface CtFacts {
  /** How much further up the woman the first slice of this study begins, and how she lies. */
  readonly lies: readonly [x: number, y: number, up: number];
  readonly spleenLength: number;
  readonly lesions: readonly Placed[];
}

const segmentVi = { at: [-86, 18], value: 52 } as const;
const segmentVii = { at: [-64.5, 44.2], value: 56 } as const;
const segmentIii = { at: [14, -71], value: 54 } as const;

/** The report of May, its measures of segments VI, VII and III; those of November are the second opinion's. */
const studies: Readonly<Record<"onc-ct-may" | "onc-ct-nov", CtFacts>> = {
  "onc-ct-may": {
    lies: [3, -2, 3],
    spleenLength: 105,
    lesions: [
      { ...segmentVi, place: "s4-85", mm: [34, 31], degrees: 24, soft: 6 },
      { ...segmentVii, place: "s4-93", mm: [18, 17], degrees: 0, soft: 4 },
      { ...segmentIii, place: "s4-71", mm: [9, 8], degrees: 0, soft: 2.6 },
    ],
  },
  "onc-ct-nov": {
    lies: [0, 0, 0],
    spleenLength: 118,
    lesions: [
      { ...segmentVi, place: "s4-87", mm: [21, 17], degrees: 14, soft: 5 },
      { ...segmentVii, place: "s4-94", mm: [11, 10], degrees: 0, soft: 3.5 },
      { ...segmentIii, place: "s4-72", mm: [6, 5.5], degrees: 0, soft: 2.2 },
    ],
  },
};

/** In segment IV, unchanged over all studies. */
const cyst: Lesion = { at: [-32, -60, 236], mm: [6, 6], degrees: 0, value: 6, soft: 1.6 };

export type CtStudyId = keyof typeof studies;

const planeOf = (facts: CtFacts, thickness: number, slice: number): Plane => {
  const [x, y, up] = facts.lies;
  const edge = ((ctSize - 1) * ctPixel) / 2;
  return {
    kind: "axial",
    columns: ctSize,
    rows: ctSize,
    pixel: ctPixel,
    origin: [x - edge, y - edge, up + (slice - 1) * thickness],
  };
};

interface DrawnLesion {
  /** Of its middle, counted from the first pixel. */
  readonly column: number;
  readonly row: number;
  readonly mm: readonly [number, number];
}

/** A named lesion in the picture of its slice; null where the study has none of that name. */
export function lesionAt(id: CtStudyId, place: string): DrawnLesion | null {
  const lesion = studies[id].lesions.find((one) => one.place === place);
  if (lesion === undefined) return null;
  const [x, y] = planeOf(studies[id], 1, 1).origin;
  const [column, row] = [lesion.at[0] - x, lesion.at[1] - y].map((mm) => Math.round(mm / ctPixel));
  return { column: column ?? 0, row: row ?? 0, mm: lesion.mm };
}

function torsoOf(study: DrawnStudy, facts: CtFacts, thickness: number): Torso {
  const lesions = facts.lesions.map(({ place, at: [x, y], ...lesion }): Lesion => {
    const [, , z] = planeOf(facts, thickness, sliceOf(study, place)).origin;
    return { ...lesion, at: [x, y, z] };
  });
  return makeTorso({
    seed,
    spleenLength: facts.spleenLength,
    lesions: [...lesions, cyst],
    phase: portalVenous,
    inChest: catheterAndGranuloma(),
  });
}

function drawSlice(study: DrawnStudy, facts: CtFacts, torso: Torso, number: number): Uint8Array {
  const series = seriesOf(study, portalSeries);
  const plane = planeOf(facts, series.thicknessMm ?? 0, number);
  return ctFile({
    study,
    series,
    plane,
    number,
    bodyPart: "CHESTABDPELVIS",
    window: { center: 50, width: 350 },
    contrast: study.record.contrast ?? "",
    values: torso.slice(plane, number + 1000 * facts.spleenLength),
  });
}

export function drawCt(study: DrawnStudy, id: CtStudyId): readonly DemoImage[] {
  const facts = studies[id];
  const series = seriesOf(study, portalSeries);
  let torso: Torso | null = null;
  return Array.from({ length: series.slices ?? 0 }, (_, index) => ({
    path: pathOf(study, series, index + 1),
    draw: () => {
      torso ??= torsoOf(study, facts, series.thicknessMm ?? 0);
      return drawSlice(study, facts, torso, index + 1);
    },
  }));
}
