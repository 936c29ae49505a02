import { isUlid } from "@consilium/foundation";
import { isDigest, isObject, isText } from "./plain-values.ts";

/** The tools whose marks are shared. Their names are what a reader of the list reads too. */
export const imageTools = [
  "length",
  "bidirectional",
  "angle",
  "cobb-angle",
  "ellipse",
  "rectangle",
  "circle",
  "freehand",
  "probe",
  "arrow",
] as const;
export type ImageTool = (typeof imageTools)[number];

/**
 * What one unit of a measure is: millimetres in the patient, at the detector (projection images, where the part stands
 * nearer or farther), by somebody's calibration, or pixels, where no spacing is known.
 */
export const imageUnits = ["mm", "mm-at-detector", "calibrated", "px"] as const;
export type ImageUnit = (typeof imageUnits)[number];

/** A DICOM picture, as a whole (`mark` null: a key image) or with something drawn on it. Named by UIDs, never by addresses. */
export interface ImageAnchor {
  readonly kind: "image";
  readonly record: string;
  /** Of the instance's file. */
  readonly sha256: string;
  readonly study: string;
  readonly series: string;
  readonly instance: string;
  /** From 1. */
  readonly frame: number;
  /** How it was seen when it was marked. Not there: as the file says, or in colours. */
  readonly window?: ImageWindow | undefined;
  readonly mark: ImageMark | null;
}

/** Which values are shown from black to white, in the modality's unit: the middle and how many. */
export interface ImageWindow {
  readonly centre: number;
  readonly width: number;
}

export interface ImageMark {
  readonly tool: ImageTool;
  /** In `space`, as the tool orders them; of a freehand line, its corners. */
  readonly points: readonly Point[];
  readonly space: ImageSpace;
  readonly unit: ImageUnit;
  /** What was measured, as its author's viewer wrote it: "21.4 mm". Whoever opens the picture computes it again. */
  readonly says: string | null;
}

/** Patient coordinates, millimetres (left, posterior, superior), or, without a frame of reference, column and row with 0. */
export type ImageSpace =
  | { readonly is: "patient"; readonly frameOfReference: string; readonly normal: Point; readonly up: Point }
  | { readonly is: "pixels" };

export type Point = readonly [number, number, number];

export const imageAnchorLimits = { points: 500, says: 100, frame: 100_000, value: 1e9 } as const;

/** Undefined: no place in a picture. */
export function parseImageAnchor(value: Readonly<Record<string, unknown>>): ImageAnchor | undefined {
  const { record, sha256, study, series, instance, frame } = value;
  const mark = value["mark"] === null ? null : parseMark(value["mark"]);
  if (!isUlid(record) || !isDigest(sha256) || mark === undefined) return undefined;
  if (!isUid(study) || !isUid(series) || !isUid(instance) || !isFrame(frame)) return undefined;
  const window = value["window"] === undefined ? undefined : parseWindow(value["window"]);
  if (value["window"] !== undefined && !window) return undefined;
  const picture = { kind: "image", record, sha256, study, series, instance, frame } as const;
  return { ...picture, ...(window && { window }), mark };
}

function parseWindow(value: unknown): ImageWindow | undefined {
  if (!isObject(value)) return undefined;
  const { centre, width } = value;
  if (!isValue(centre) || !isValue(width) || width < 1) return undefined;
  return { centre, width };
}

function parseMark(value: unknown): ImageMark | undefined {
  if (!isObject(value)) return undefined;
  const tool = imageTools.find((known) => known === value["tool"]);
  const unit = imageUnits.find((known) => known === value["unit"]);
  const space = parseSpace(value["space"]);
  const { points, says } = value;
  if (!tool || !unit || !space || !Array.isArray(points)) return undefined;
  if (points.length === 0 || points.length > imageAnchorLimits.points || !points.every(isPoint)) {
    return undefined;
  }
  if (says !== null && !isText(says, imageAnchorLimits.says)) return undefined;
  return { tool, points, space, unit, says };
}

function parseSpace(value: unknown): ImageSpace | undefined {
  if (!isObject(value)) return undefined;
  if (value["is"] === "pixels") return { is: "pixels" };
  const { frameOfReference, normal, up } = value;
  if (value["is"] !== "patient" || !isUid(frameOfReference) || !isPoint(normal) || !isPoint(up)) {
    return undefined;
  }
  return { is: "patient", frameOfReference, normal, up };
}

const isPoint = (value: unknown): value is Point =>
  Array.isArray(value) &&
  value.length === 3 &&
  value.every((part) => Number.isFinite(part) && Math.abs(Number(part)) < 1e6);

const isValue = (value: unknown): value is number =>
  typeof value === "number" && Math.abs(value) <= imageAnchorLimits.value;
const isUid = (value: unknown): value is string => typeof value === "string" && /^[0-9.]{1,64}$/.test(value);
const isFrame = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= imageAnchorLimits.frame;
