import { writeDicom } from "@consilium/interchange";
import type { DemoImage } from "./demo-image.ts";
import {
  decimals,
  type DrawnStudy,
  greyPixels,
  headingOf,
  pathOf,
  seriesOf,
  sliceOf,
  text,
  uidsOf,
} from "./image-heading.ts";
import type { Plane } from "./picture.ts";
import { makeSpineMr, type SpineMr } from "./spine-mr.ts";
import { drawFilm, type View } from "./spine-xray.ts";

const seed = 4839;
/** Of L4 on L5, as the readers measured: on the MRI, and sixteen months before it on the film. */
const slipMm = { mr: 4, film: 3 } as const;

const sagittal = 3;
const axial = 6;

/** Slices are counted from the right side to the left, the one of the slip in the middle. */
const sagittalPlane = (thickness: number, fromMiddle: number): Plane => ({
  kind: "sagittal",
  columns: 272,
  rows: 272,
  pixel: 1.1,
  origin: [fromMiddle * thickness, -165, 195],
});

/** Slices are counted upwards; the named one lies in the disc L4-L5. */
const axialPlane = (thickness: number, fromMiddle: number): Plane => ({
  kind: "axial",
  columns: 224,
  rows: 224,
  pixel: 0.85,
  origin: [-95, -115, fromMiddle * thickness],
});

const orientation = { sagittal: [0, 1, 0, 0, 0, -1], axial: [1, 0, 0, 0, 1, 0] } as const;

const planes = {
  [sagittal]: { planeAt: sagittalPlane, middle: "s3-9", echo: 104 },
  [axial]: { planeAt: axialPlane, middle: "s6-22", echo: 98 },
} as const;

function drawMrSlice(study: DrawnStudy, mr: SpineMr, of: keyof typeof planes, number: number): Uint8Array {
  const series = seriesOf(study, of);
  const thickness = series.thicknessMm ?? 0;
  const { planeAt, middle, echo } = planes[of];
  const plane = planeAt(thickness, number - sliceOf(study, middle));
  const values = mr.slice(plane, number + 100 * of);
  const pixels = Uint16Array.from(values, (value) => Math.min(4095, Math.max(0, Math.round(value))));
  const heading = headingOf(study, series, {
    sopClass: "1.2.840.10008.5.1.4.1.1.4",
    modality: "MR",
    bodyPart: "LSPINE",
    imageType: "ORIGINAL\\PRIMARY\\M\\SE",
    number,
    frameOfReference: uidsOf(study, series, number).frameOfReference,
  });
  return writeDicom([
    ...heading,
    text(0x00180020, "CS", "SE"),
    text(0x00180021, "CS", "SK"),
    text(0x00180022, "CS", ""),
    text(0x00180023, "CS", "2D"),
    decimals(0x00180050, thickness),
    decimals(0x00180080, 3600),
    decimals(0x00180081, echo),
    decimals(0x00180087, Number.parseFloat(study.record.field ?? "1.5")),
    decimals(0x00180088, thickness),
    text(0x00185100, "CS", "HFS"),
    decimals(0x00200032, ...plane.origin),
    decimals(0x00200037, ...orientation[plane.kind]),
    decimals(0x00280030, plane.pixel, plane.pixel),
    decimals(0x00281050, 470),
    decimals(0x00281051, 1000),
    ...greyPixels(plane.columns, plane.rows, { allocated: 16, stored: 12, signed: false }, pixels),
  ]);
}

export function drawSpineMr(study: DrawnStudy): readonly DemoImage[] {
  let mr: SpineMr | null = null;
  return ([sagittal, axial] as const).flatMap((of) => {
    const series = seriesOf(study, of);
    return Array.from({ length: series.slices ?? 0 }, (_, index) => ({
      path: pathOf(study, series, index + 1),
      draw: () => {
        mr ??= makeSpineMr(seed, slipMm.mr);
        return drawMrSlice(study, mr, of, index + 1);
      },
    }));
  });
}

const films: readonly { readonly view: View; readonly position: string; readonly orientation: string }[] = [
  { view: "frontal", position: "AP", orientation: "L\\F" },
  { view: "lateral", position: "LL", orientation: "P\\F" },
];

/** A film says how wide its pixels are at the detector and nothing of the patient. */
function drawFilmFile(study: DrawnStudy, index: number): Uint8Array {
  const series = seriesOf(study, 1);
  const {
    view,
    position,
    orientation: edges,
  } = films[index] ?? { view: "lateral", position: "LL", orientation: "P\\F" };
  const film = drawFilm(view, seed + 10 * index, slipMm.film);
  const heading = headingOf(study, series, {
    sopClass: "1.2.840.10008.5.1.4.1.1.1.1",
    modality: "DX",
    bodyPart: "LSPINE",
    imageType: "ORIGINAL\\PRIMARY",
    number: index + 1,
  });
  return writeDicom([
    ...heading,
    text(0x00080068, "CS", "FOR PRESENTATION"),
    decimals(0x00181164, film.pixel, film.pixel),
    text(0x00185101, "CS", position),
    text(0x00200020, "CS", edges),
    text(0x00200062, "CS", "U"),
    text(0x00281040, "CS", "LIN"),
    decimals(0x00281050, 2350),
    decimals(0x00281051, 2500),
    text(0x20500020, "CS", "IDENTITY"),
    ...greyPixels(
      film.columns,
      film.rows,
      { allocated: 16, stored: 12, signed: false },
      Uint16Array.from(film.values),
    ),
  ]);
}

export const drawSpineFilms = (study: DrawnStudy): readonly DemoImage[] =>
  films.map((_, index) => ({
    path: pathOf(study, seriesOf(study, 1), index + 1),
    draw: () => drawFilmFile(study, index),
  }));
