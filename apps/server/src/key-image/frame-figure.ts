import { recordSchema } from "@consilium/clinical";
import { findRecord } from "@consilium/database";
import type { DicomInstance } from "@consilium/interchange";
import { type ImageAnchor, linesOf, type MarkDrawing } from "@consilium/workspace";
import type { Visit } from "../api/api-context.ts";
import { readFrame } from "../dicomweb/drawn-frames.ts";
import { instanceOf, readableSeries, type ReadableSeries } from "../dicomweb/read-study.ts";
import type { Services } from "../services.ts";
import { marksOf, millimetres, noMarks, scaleOf } from "./figure-marks.ts";
import type { Figure, LeftOutReason } from "./figure.ts";
import { type FramePlane, pixelOn, planeOfFrame, sidesOf } from "./frame-plane.ts";

/** A slice or a frame of a study, as it was seen, with what was drawn on it. */
export async function frameFigure(
  services: Services,
  visit: Visit,
  anchor: ImageAnchor,
): Promise<Figure | LeftOutReason> {
  const { study, series, instance: uid, frame, mark } = anchor;
  const found = await readableSeries(services, visit, `${study};record=${anchor.record}`, series);
  const one = found && instanceOf(found, uid);
  if (!one) return "not-here";
  if (one.sha256 !== anchor.sha256) return "changed";
  const { instance } = one;
  const plane = planeOfFrame(instance, frame);
  const drawing = mark && drawingOf(mark, plane, instance.series.frameOfReference);
  if (drawing === undefined) return "elsewhere";
  const toDraw = await readFrame(services.caseFiles, visit.key, { one, frame });
  if (typeof toDraw === "string") return toDraw;
  const row = await findRecord(services.open.database, visit.key, visit.row.id, found.recordId);
  if (!row) return "not-here";
  const { series: of, geometry } = instance;
  const words = { series: of.number, place: placeOf(found, uid, frame), is: planeName(geometry.plane) };
  return {
    question: {
      source: { is: "frame", frame: toDraw, window: windowOf(anchor) },
      crop: null,
      aspect: plane ? plane.spacing[0] / plane.spacing[1] : 1,
      marks: {
        ...(drawing ? marksOf(drawing, mark?.says ?? null) : noMarks),
        sides: plane ? sidesOf(plane) : null,
        scale: plane ? scaleOn(plane, instance) : null,
      },
    },
    words: {
      ...words,
      record: recordSchema.parse(row.content),
      window: anchor.window ?? null,
      tool: mark?.tool ?? null,
      says: mark?.says ?? null,
    },
  };
}

const windowOf = ({ window }: ImageAnchor) =>
  window ? { center: window.centre, width: window.width, function: "linear" as const } : null;

const scaleOn = ({ spacing }: FramePlane, { series, columns }: DicomInstance) =>
  projections.has(series.modality) ? null : scaleOf(spacing[1], columns, millimetres);

/** Shadows of the patient, enlarged by how far the part stands from the detector: no scale is drawn on them. */
const projections: ReadonlySet<string> = new Set(["CR", "DX", "MG", "XA", "RF", "IO", "PX", "RG"]);

const planeName = (plane: string | null): Figure["words"]["is"] =>
  plane === "axial" || plane === "coronal" || plane === "sagittal" ? plane : "picture";

/** In pixels of the frame. Undefined: it was made in another space. */
function drawingOf(
  { tool, points, space }: NonNullable<ImageAnchor["mark"]>,
  plane: FramePlane | undefined,
  frameOfReference: string | null,
): MarkDrawing | undefined {
  if (space.is === "pixels") return { tool, points: points.map(([column, row]) => [column, row]) };
  if (!plane || space.frameOfReference !== frameOfReference) return undefined;
  const drawing = { tool, points: points.map((point) => pixelOn(plane, point)) };
  return linesOf(drawing).length > 0 ? drawing : undefined;
}

/** As it is counted in the viewer. */
function placeOf({ index }: ReadableSeries, uid: string, frame: number): Figure["words"]["place"] {
  const counts = index.instances.map(({ instance }) => instance.pixels?.frames.length ?? 0);
  const at = index.instances.findIndex(({ instance }) => instance.instanceUid === uid);
  const before = counts.slice(0, at).reduce((sum, count) => sum + count, 0);
  const count = counts.reduce((sum, each) => sum + each, 0);
  const isPlaced = index.instances[at]?.instance.geometry.position !== null;
  return count > 1 ? { is: isPlaced ? "slice" : "picture", number: before + frame, count } : null;
}
