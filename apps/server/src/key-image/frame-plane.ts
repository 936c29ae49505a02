import type { DicomInstance, DicomJson } from "@consilium/interchange";
import { orientationLetters, type Pixel, type Point } from "@consilium/workspace";

/** Where a frame lies in the patient: millimetres; left, posterior, superior. */
export interface FramePlane {
  readonly origin: Point;
  /** Unit vectors: where columns and rows count to. */
  readonly alongRow: Point;
  readonly downColumn: Point;
  /** Between rows, between columns. */
  readonly spacing: readonly [down: number, across: number];
}

/** Undefined: a frame that does not say where it lies, or has no spacing in the patient. */
export function planeOfFrame({ metadata, frames }: DicomInstance, frame: number): FramePlane | undefined {
  const groups = frames > 1 ? groupsOf(metadata, frame) : [];
  const read = (sequence: string, tag: string, count: number): readonly number[] | undefined =>
    [...groups.map((group) => itemOf(group, sequence)), itemOf(itemOf(metadata, shared), sequence), metadata]
      .map((place) => numbersAt(place, tag))
      .find(({ length }) => length === count);
  const position = read("00209113", "00200032", 3);
  const orientation = read("00209116", "00200037", 6);
  const spacing = read("00289110", "00280030", 2);
  if (!position || !orientation || !spacing) return undefined;
  const [down = 0, across = 0] = spacing;
  const [alongRow, downColumn] = [unit(orientation.slice(0, 3)), unit(orientation.slice(3))];
  if (down <= 0 || across <= 0 || !alongRow || !downColumn) return undefined;
  return { origin: pointOf(position), alongRow, downColumn, spacing: [down, across] };
}

const perFrame = "52009230";
const shared = "52009229";

const groupsOf = (metadata: DicomJson, frame: number): readonly DicomJson[] => {
  const group: unknown = metadata[perFrame]?.Value?.[frame - 1];
  return isDataSet(group) ? [group] : [];
};

function itemOf(data: DicomJson | undefined, sequence: string): DicomJson | undefined {
  const item: unknown = data?.[sequence]?.Value?.[0];
  return isDataSet(item) ? item : undefined;
}

const isDataSet = (value: unknown): value is DicomJson => typeof value === "object" && value !== null;

const numbersAt = (data: DicomJson | undefined, tag: string): readonly number[] =>
  (data?.[tag]?.Value ?? []).flatMap((value) => {
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? [number] : [];
  });

/** Seen from straight above: what lies before or behind the plane falls onto it. */
export function pixelOn({ origin, alongRow, downColumn, spacing }: FramePlane, point: Point): Pixel {
  const from: Point = [point[0] - origin[0], point[1] - origin[1], point[2] - origin[2]];
  return [dot(from, alongRow) / spacing[1], dot(from, downColumn) / spacing[0]];
}

const dot = (one: Point, other: Point): number => one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
const pointOf = ([x = 0, y = 0, z = 0]: readonly number[]): Point => [x, y, z];

function unit(numbers: readonly number[]): Point | undefined {
  const [x, y, z] = pointOf(numbers);
  const size = Math.hypot(x, y, z);
  return size === 0 ? undefined : [x / size, y / size, z / size];
}

const away = ([x, y, z]: Point): Point => [-x, -y, -z];

/** What stands at each side of the picture. */
export const sidesOf = ({ alongRow, downColumn }: FramePlane) => ({
  left: orientationLetters(away(alongRow)),
  right: orientationLetters(alongRow),
  top: orientationLetters(away(downColumn)),
  bottom: orientationLetters(downColumn),
});
