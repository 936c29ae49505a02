import { type SlideLevel, slideLimits, tileGrid } from "@consilium/clinical";
import type { DicomInstance } from "./dicom-instance.ts";
import type { DicomJson, DicomJsonValue } from "./dicom-json.ts";
import type { FiledInstance, SeriesIndex } from "./studies.ts";

/** A slide whose levels are the instances of a series. */
export interface WholeSlide {
  /** From the smallest to the whole picture. */
  readonly levels: readonly SlideLevel[];
  /** The whole picture. */
  readonly base: FiledInstance;
  /** Micrometres a pixel of it. Null: it does not say, or its pixels are not square. */
  readonly micrometres: number | null;
  /** "40"; null where it does not say. */
  readonly objective: number | null;
}

const wholeSlideMicroscopy = "1.2.840.10008.5.1.4.1.1.77.1.6";
const jpegBaseline = "1.2.840.10008.1.2.4.50";

const firstOf = (json: DicomJson, tag: string): DicomJsonValue | undefined => json[tag]?.Value?.[0];

const numberIn = (json: DicomJson, tag: string): number | null => {
  const value = firstOf(json, tag);
  return typeof value === "number" && Number.isFinite(value) ? value : null;
};

const isItem = (value: DicomJsonValue | undefined): value is DicomJson =>
  typeof value === "object" && value !== null && !("Alphabetic" in value);

interface Level {
  readonly filed: FiledInstance;
  readonly level: SlideLevel;
}

/** One picture in tiles, not the label or the overview of the glass; one plane, one light, whole in one file. */
function isVolume({ metadata, sopClass, transferSyntax }: DicomInstance): boolean {
  const one = (tag: string): boolean => (numberIn(metadata, tag) ?? 1) === 1;
  return (
    sopClass === wholeSlideMicroscopy &&
    transferSyntax === jpegBaseline &&
    metadata["00080008"]?.Value?.[2] === "VOLUME" &&
    one("00480302") &&
    one("00480303") &&
    metadata["00209161"] === undefined
  );
}

/** Whether its frames are its tiles in their order: it says so, or it has only one. */
const isInOrder = ({ metadata, frames }: DicomInstance): boolean =>
  frames === 1 || firstOf(metadata, "00209311") === "TILED_FULL";

function levelOf(filed: FiledInstance): readonly Level[] {
  const { instance } = filed;
  if (!isVolume(instance) || !isInOrder(instance)) return [];
  const { instanceUid, columns: tileWidth, rows: tileHeight, metadata } = instance;
  const [width, height] = [numberIn(metadata, "00480006") ?? 0, numberIn(metadata, "00480007") ?? 0];
  const isBelievable = [width, height].every(
    (side) => Number.isInteger(side) && side > 0 && side <= slideLimits.side,
  );
  const areTiles = [tileWidth, tileHeight].every((side) => side > 0 && side <= slideLimits.tile);
  if (!isBelievable || !areTiles) return [];
  const level = { instanceUid, width, height, tileWidth, tileHeight };
  const { columns, rows } = tileGrid(level);
  return instance.pixels?.frames.length === columns * rows ? [{ filed, level }] : [];
}

/** Beyond these a spacing is none of a microscope. */
const widest = 10;
const narrowest = 0.01;
/** How far sides may part from one another: levels are rounded to whole pixels. */
const tolerance = 0.02;

function micrometresOf({ geometry }: DicomInstance): number | null {
  const [down = 0, across = 0] = geometry.pixelSpacing ?? [];
  if (!(down > 0) || Math.abs(across / down - 1) > 0.01) return null;
  const micrometres = Math.round(across * 1e9) / 1e6;
  return micrometres >= narrowest && micrometres <= widest ? micrometres : null;
}

function objectiveOf({ metadata }: DicomInstance): number | null {
  const path = firstOf(metadata, "00480105");
  const power = isItem(path) ? numberIn(path, "00480112") : null;
  return power !== null && power > 0 && power <= 200 ? power : null;
}

/**
 * The slide that a series is: VL Whole Slide Microscopy in JPEG baseline, tiled in full (PS3.3, C.8.12.4). Null where it is none, and where
 * two of its pictures are of one size, so that nobody can tell which of them is the level.
 */
export function wholeSlide({ instances }: SeriesIndex): WholeSlide | null {
  const found = instances
    .flatMap(levelOf)
    .toSorted((left, right) => left.level.width - right.level.width)
    .slice(-slideLimits.levels);
  const base = found.at(-1);
  if (!base) return null;
  const { width, height } = base.level;
  const alike = found.filter(
    ({ level }) => Math.abs((level.width * height) / (level.height * width) - 1) < tolerance,
  );
  if (new Set(alike.map(({ level }) => level.width)).size < alike.length) return null;
  return {
    levels: alike.map(({ level }) => level),
    base: base.filed,
    micrometres: micrometresOf(base.filed.instance),
    objective: objectiveOf(base.filed.instance),
  };
}
