import { ctFile } from "./ct-file.ts";
import type { DemoImage } from "./demo-image.ts";
import { type DrawnStudy, pathOf, type Series, seriesOf, sliceOf } from "./image-heading.ts";
import { type Layer, made } from "./layer.ts";
import type { Plane } from "./picture.ts";
import { ellipsoid, type Point } from "./solid.ts";
import { arterial, type Phase, withoutContrast } from "./torso-phase.ts";
import { type Lesion, makeTorso, type Torso } from "./torso.ts";

const seed = 4757;
/** Of every slice, both ways. */
const size = 160;
const spleenLength = 96;

/** The middles of the aortic valve and of what was found besides. */
const valve: Point = [-8, -34, 382];
const liverLesion: Point = [-32, -60, 236];
const kidneyCyst: Point = [88, 56, 176];

/** One series as it is drawn: from its first slice upwards, so many of those that the content names. */
interface CtSeries {
  readonly number: number;
  readonly drawn: number;
  /** In the middle of a picture, and how wide it is, millimetres. */
  readonly middle: readonly [x: number, y: number];
  readonly width: number;
  /** A place of the content, and the height at which its slice lies. */
  readonly place: string;
  readonly height: number;
  readonly phase: Phase;
  readonly bodyPart: string;
  readonly window: { readonly center: number; readonly width: number };
  readonly lesions: readonly Lesion[];
}

const spot = ([x, y, z]: Point, mm: Lesion["mm"], value: number): Lesion => ({
  at: [x, y, z],
  mm,
  degrees: 20,
  value,
  soft: 1.5,
});

/** On the right and the non-coronary cusp. */
const calcium: readonly Lesion[] = [
  spot([-14, -42, 383], [9, 5], 980),
  spot([-9, -45, 386], [6, 4], 860),
  spot([-17, -33, 382], [8, 5], 940),
  spot([-13, -26, 385], [6, 5], 780),
];

/** In systole, 26.3 by 21.8 mm, within the muscle of the outflow tract; above it the aorta is as wide as before. */
const annulus = ({ heart, heartMuscle }: Phase): readonly Layer[] => [
  ...made(heartMuscle, [ellipsoid(valve, [18, 15.8, 12], 30)]),
  ...made(heart, [ellipsoid(valve, [13.15, 10.9, 40], 30)], { soft: 1.2 }),
];

const found: readonly Lesion[] = [
  { at: liverLesion, mm: [16, 16], degrees: 0, value: 36, soft: 3 },
  { at: kidneyCyst, mm: [22, 22], degrees: 0, value: 6, soft: 2 },
];

/** As many slices as lead from the first one past the place: numbers stay those of the report. */
const all: readonly CtSeries[] = [
  {
    number: 2,
    drawn: 52,
    middle: [4, -14],
    width: 340,
    place: "s2-24",
    height: valve[2],
    phase: withoutContrast,
    bodyPart: "HEART",
    window: { center: 50, width: 350 },
    lesions: calcium,
  },
  {
    number: 4,
    drawn: 180,
    middle: [12, -26],
    width: 200,
    place: "s4-annulus",
    height: valve[2],
    phase: arterial,
    bodyPart: "HEART",
    window: { center: 180, width: 700 },
    lesions: calcium,
  },
  {
    number: 6,
    drawn: 320,
    middle: [0, 0],
    width: 356,
    place: "s6-212",
    height: liverLesion[2],
    phase: arterial,
    bodyPart: "CHESTABDPELVIS",
    window: { center: 120, width: 500 },
    lesions: found,
  },
];

function planeOf(study: DrawnStudy, series: Series, facts: CtSeries, number: number): Plane {
  const pixel = facts.width / size;
  const edge = ((size - 1) * pixel) / 2;
  const [x, y] = facts.middle;
  const up = (number - sliceOf(study, facts.place)) * (series.thicknessMm ?? 0);
  return {
    kind: "axial",
    columns: size,
    rows: size,
    pixel,
    origin: [x - edge, y - edge, facts.height + up],
  };
}

function drawSeries(study: DrawnStudy, facts: CtSeries): readonly DemoImage[] {
  const series = seriesOf(study, facts.number);
  const { phase, lesions, bodyPart, window } = facts;
  let torso: Torso | null = null;
  return Array.from({ length: facts.drawn }, (_, index) => ({
    path: pathOf(study, series, index + 1),
    draw: () => {
      torso ??= makeTorso({ seed, spleenLength, lesions, phase, inChest: annulus(phase) });
      const plane = planeOf(study, series, facts, index + 1);
      const values = torso.slice(plane, index + 1 + 1000 * facts.number);
      const contrast = phase === withoutContrast ? "" : (study.record.contrast ?? "");
      return ctFile({ study, series, plane, number: index + 1, bodyPart, window, contrast, values });
    },
  }));
}

/** The CT of the heart and of the way to it. */
export const drawHeartCt = (study: DrawnStudy): readonly DemoImage[] =>
  all.flatMap((facts) => drawSeries(study, facts));
