import { isUlid } from "@consilium/foundation";
import { isDigest, isObject, isText } from "./plain-values.ts";

/** The tools whose marks on slides are shared; each is a tool of pictures too. */
export const slideTools = ["length", "rectangle", "freehand", "arrow"] as const;
export type SlideTool = (typeof slideTools)[number];

/** What one unit of a measure is: a micrometre, or a pixel, where the slide does not say how wide one is. */
export type SlideUnit = "um" | "px";

/** A place on a scanned slide. */
export interface SlideAnchor {
  readonly kind: "slide";
  readonly record: string;
  /** Of the file that holds the slide's tiles. */
  readonly sha256: string;
  readonly mark: SlideMark;
}

export interface SlideMark {
  readonly tool: SlideTool;
  /** Pixels of the whole picture (level 0), as the tool orders them; of a freehand line, its corners. */
  readonly points: readonly SlidePoint[];
  /** How wide a pixel was when it was drawn. Null: nobody knew. */
  readonly micrometres: number | null;
  readonly unit: SlideUnit;
  /** What was measured, as its author's viewer wrote it: "210 µm". */
  readonly says: string | null;
}

export type SlidePoint = readonly [x: number, y: number];

export const slideAnchorLimits = { points: 500, says: 100, micrometres: 1000 } as const;

/** Undefined: no place on a slide. */
export function parseSlideAnchor(value: Readonly<Record<string, unknown>>): SlideAnchor | undefined {
  const { record, sha256 } = value;
  const mark = parseMark(value["mark"]);
  if (!isUlid(record) || !isDigest(sha256) || !mark) return undefined;
  return { kind: "slide", record, sha256, mark };
}

function parseMark(value: unknown): SlideMark | undefined {
  if (!isObject(value)) return undefined;
  const tool = slideTools.find((known) => known === value["tool"]);
  const { points, micrometres, says } = value;
  if (!tool || !Array.isArray(points) || !arePoints(points)) return undefined;
  if (micrometres !== null && !isScale(micrometres)) return undefined;
  // A length in micrometres needs a scale, and with one there is no reason for pixels.
  const unit: SlideUnit = micrometres === null ? "px" : "um";
  if (value["unit"] !== unit) return undefined;
  if (says !== null && !isText(says, slideAnchorLimits.says)) return undefined;
  return { tool, points, micrometres, unit, says };
}

const arePoints = (points: readonly unknown[]): points is readonly SlidePoint[] =>
  points.length > 0 && points.length <= slideAnchorLimits.points && points.every(isPoint);

const isPoint = (value: unknown): value is SlidePoint =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((part) => Number.isFinite(part) && Math.abs(Number(part)) < 1e6);

const isScale = (value: unknown): value is number =>
  typeof value === "number" && value > 0 && value <= slideAnchorLimits.micrometres;
