import { type DicomDataset, nameAt, numberAt, textAt } from "./dicom-json.ts";
import { type ImagePlane, planeOf } from "./image-plane.ts";
import { type PixelSpacing, spacingOf } from "./pixel-spacing.ts";
import { type ScaledRegion, scaledRegions } from "./scaled-regions.ts";
import { ownShades } from "./stored-window.ts";
import type { ValueWindow } from "./window-presets.ts";

/** One picture of a series: a slice, or a frame of a loop. */
export interface SeriesFrame {
  /** What Cornerstone calls it: holds an address of this server, and is written nowhere. */
  readonly imageId: string;
  readonly instance: string;
  /** From 1. */
  readonly frame: number;
  /** Of the instance's file, lower-case hexadecimal; undefined: the server does not say, so nothing can be anchored. */
  readonly sha256: string | undefined;
  readonly frameOfReference: string | undefined;
  readonly spacing: PixelSpacing;
  /** Parts of an ultrasound picture, where the picture has no spacing of its own. */
  readonly regions: readonly ScaledRegion[];
  readonly plane: ImagePlane | undefined;
  readonly columns: number;
  readonly rows: number;
  /** Of the rescaled values: "HU", or "" where they are only numbers. */
  readonly valueUnit: "HU" | "";
  /** Colours are as they are: they have no window. */
  readonly isInColour: boolean;
  /** As the picture says it should be seen first. */
  readonly window: ValueWindow | undefined;
}

/** A series ready to be looked at. */
export interface OpenSeries {
  readonly study: string;
  readonly series: string;
  readonly modality: string;
  /** In the order in which they are looked at. */
  readonly frames: readonly SeriesFrame[];
  readonly sources: readonly FrameSource[];
  /** What a person reads at the edge of the picture; "" where it is not said. */
  readonly words: {
    readonly patient: string;
    readonly patientId: string;
    readonly description: string;
    readonly number: string;
    readonly institution: string;
  };
  /** YYYYMMDD, or "". */
  readonly date: string;
  /** Frames a second of a loop, as it was recorded. */
  readonly rate: number | undefined;
}

export interface FrameSource {
  readonly dataset: DicomDataset;
  readonly frames: readonly SeriesFrame[];
}

/**
 * The pictures of one instance. `base`: the series' absolute address, which an instance's own (00081190) is relative to.
 * The digest of its file stands in our private group, which PS3.18 leaves to each server.
 */
export function framesOfInstance(dataset: DicomDataset, base: string): FrameSource {
  const instance = textAt(dataset, "00080018");
  const columns = numberAt(dataset, "00280011") ?? 0;
  const rows = numberAt(dataset, "00280010") ?? 0;
  if (instance === "" || columns === 0 || rows === 0) return { dataset, frames: [] };
  const address = new URL(textAt(dataset, "00081190") || `instances/${instance}`, `${base}/`).href;
  const digest = textAt(dataset, "00091001");
  const count = Math.max(1, numberAt(dataset, "00280008") ?? 1);
  const frameOfReference = textAt(dataset, "00200052") || undefined;
  const valueUnit = isHounsfield(dataset) ? "HU" : "";
  const window = ownShades(dataset)?.window;
  const isInColour = !isGrey(textAt(dataset, "00280004"));
  const regions = textAt(dataset, "00280030") === "" ? scaledRegions(dataset) : [];
  const frames = Array.from({ length: count }, (_, at): SeriesFrame => {
    const spacing = spacingOf(dataset, at + 1);
    return {
      imageId: `wadors:${address}/frames/${at + 1}`,
      instance,
      frame: at + 1,
      sha256: /^[0-9a-f]{64}$/.test(digest) ? digest : undefined,
      frameOfReference,
      spacing,
      regions,
      plane: frameOfReference === undefined ? undefined : planeOf(dataset, at + 1, spacing),
      columns,
      rows,
      valueUnit,
      isInColour,
      window,
    };
  });
  return { dataset, frames };
}

const isGrey = (photometric: string): boolean => photometric === "" || photometric.startsWith("MONOCHROME");

/** CT, unless it says that its values are rescaled to something else. */
const isHounsfield = (dataset: DicomDataset): boolean =>
  textAt(dataset, "00080060") === "CT" && ["", "HU"].includes(textAt(dataset, "00281054"));

/** Undefined: no instance of it has a picture. */
export function openSeries(
  sources: readonly FrameSource[],
  study: string,
  series: string,
): OpenSeries | undefined {
  const frames = sources.flatMap((source) => source.frames);
  const first = sources.find((source) => source.frames.length > 0)?.dataset;
  if (!first) return undefined;
  return {
    study,
    series,
    modality: textAt(first, "00080060"),
    frames: inOrderOfPosition(frames),
    sources,
    words: {
      patient: nameAt(first, "00100010"),
      patientId: textAt(first, "00100020"),
      description: textAt(first, "0008103E"),
      number: textAt(first, "00200011"),
      institution: textAt(first, "00080080"),
    },
    date: textAt(first, "00080020"),
    rate: rateOf(first),
  };
}

/**
 * By where they lie along the stack's normal, never by number. Pictures that lie nowhere, at one place or across each other
 * stay as they came: the server has ordered them.
 */
export function inOrderOfPosition(frames: readonly SeriesFrame[]): readonly SeriesFrame[] {
  const normal = frames[0]?.plane?.normal;
  if (!normal) return frames;
  const placed = frames.map((frame) => ({ frame, height: heightAlong(normal, frame) }));
  if (placed.some(({ height }) => height === undefined)) return frames;
  const heights = new Set(placed.map(({ height }) => (height ?? 0).toFixed(3)));
  if (heights.size < 2) return frames;
  const isServersOrder = (placed.at(-1)?.height ?? 0) < (placed[0]?.height ?? 0) ? -1 : 1;
  return placed
    .toSorted((one, other) => ((one.height ?? 0) - (other.height ?? 0)) * isServersOrder)
    .map(({ frame }) => frame);
}

/** Pictures in time rather than in space. */
export const isLoop = (frames: readonly SeriesFrame[]): boolean =>
  frames.every(({ plane }) => plane === undefined);

function heightAlong(normal: ImagePlane["normal"], { plane }: SeriesFrame): number | undefined {
  if (!plane) return undefined;
  const turn = plane.normal[0] * normal[0] + plane.normal[1] * normal[1] + plane.normal[2] * normal[2];
  if (turn < 0.99) return undefined;
  return plane.origin[0] * normal[0] + plane.origin[1] * normal[1] + plane.origin[2] * normal[2];
}

function rateOf(dataset: DicomDataset): number | undefined {
  const asked = numberAt(dataset, "00082144") ?? numberAt(dataset, "00180040");
  if (asked !== undefined && asked > 0) return asked;
  const milliseconds = numberAt(dataset, "00181063");
  return milliseconds !== undefined && milliseconds > 0 ? 1000 / milliseconds : undefined;
}
