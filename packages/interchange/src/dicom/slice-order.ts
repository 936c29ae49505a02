import type { DicomInstance } from "./dicom-instance.ts";
import { cross, dot, type Vector } from "./geometry.ts";

/** Slices that lie one behind the other: the same orientation, each at its place along the normal. */
export interface Stack<Item> {
  readonly normal: Vector | null;
  readonly members: Item[];
}

export interface Holding {
  readonly instance: DicomInstance;
}

/** The cosine from which two directions count as one. */
const sameDirection = 0.9995;
/** Places closer than this are one place. Millimetres. */
export const samePlace = 0.001;

const normalOf = ({ geometry }: DicomInstance): Vector | null =>
  geometry.orientation === null || geometry.position === null
    ? null
    : cross(geometry.orientation.row, geometry.orientation.column);

const compareUids = (left: string, right: string): number => Number(left > right) - Number(left < right);

/** Unnumbered last. */
function compareNumbers(left: DicomInstance, right: DicomInstance): number {
  const [first, second] = [left.instanceNumber, right.instanceNumber];
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  return first - second;
}

const compareByNumber = (left: Holding, right: Holding): number =>
  compareNumbers(left.instance, right.instance) ||
  compareUids(left.instance.instanceUid, right.instance.instanceUid);

/** Along the normal, in millimetres. */
const placeOf = ({ geometry }: DicomInstance, normal: Vector): number =>
  geometry.position === null ? 0 : dot(geometry.position, normal);

export function stacksOf<Item extends Holding>(items: readonly Item[]): readonly Stack<Item>[] {
  const stacks: Stack<Item>[] = [];
  for (const item of items.toSorted(compareByNumber)) {
    const normal = normalOf(item.instance);
    const stack = stacks.find((known) =>
      known.normal === null || normal === null
        ? known.normal === normal
        : dot(known.normal, normal) > sameDirection,
    );
    if (stack === undefined) stacks.push({ normal, members: [item] });
    else stack.members.push(item);
  }
  // What has no place comes after what has one.
  return stacks.toSorted((left, right) => Number(left.normal === null) - Number(right.normal === null));
}

/** Along the normal, in steps of `samePlace`. */
export const roundedPlace = (instance: DicomInstance, normal: Vector): number =>
  Math.round(placeOf(instance, normal) / samePlace);

/**
 * By place along the normal, in the direction in which the numbers rise: "slice 13" of a report is the thirteenth here too.
 * Several at one place, and those without a place, by instance number, then UID.
 */
export const inSliceOrder = <Item extends Holding>(items: readonly Item[]): readonly Item[] =>
  stacksOf(items).flatMap(({ normal, members }) => (normal === null ? members : byPlace(members, normal)));

function byPlace<Item extends Holding>(members: readonly Item[], normal: Vector): readonly Item[] {
  const direction = directionOf(members, normal);
  return members.toSorted(
    (left, right) =>
      direction * (roundedPlace(left.instance, normal) - roundedPlace(right.instance, normal)) ||
      compareByNumber(left, right),
  );
}

/** 1 along the normal, -1 against it: as most neighbouring slices are numbered. */
function directionOf(members: readonly Holding[], normal: Vector): 1 | -1 {
  const along = members.toSorted(
    (left, right) => roundedPlace(left.instance, normal) - roundedPlace(right.instance, normal),
  );
  const numbers = along.flatMap(({ instance }) => instance.instanceNumber ?? []);
  const rises = numbers
    .slice(1)
    .reduce((sum, number, at) => sum + Math.sign(number - (numbers[at] ?? number)), 0);
  return rises < 0 ? -1 : 1;
}
