import type { SeriesGap } from "@consilium/clinical";
import type { DicomInstance } from "./dicom-instance.ts";
import type { DicomJson } from "./dicom-json.ts";
import type { Vector } from "./geometry.ts";
import { longSteps, type Stop } from "./long-steps.ts";
import { numberGaps } from "./number-gaps.ts";
import { type Holding, roundedPlace, type Stack, stacksOf } from "./slice-order.ts";

interface Shown extends Holding {
  readonly at: number;
}

const firstIn = (json: DicomJson, tag: string): unknown => json[tag]?.Value?.[0];

const isLocalizer = ({ metadata }: DicomInstance): boolean =>
  metadata["00080008"]?.Value?.includes("LOCALIZER") === true;

/** A viewer counts the frames of all instances that have rows and columns. */
function shownOf(instances: readonly DicomInstance[]): readonly Shown[] {
  let at = 1;
  return instances.flatMap((instance) => {
    const first = at;
    at += instance.rows * instance.columns === 0 ? 0 : Math.max(1, instance.frames);
    const isSlice = instance.content === "picture" && instance.frames === 1 && !isLocalizer(instance);
    return isSlice ? [{ instance, at: first }] : [];
  });
}

/** Echo number, echo time, time in a sequence, acquisition. */
const setTags = ["00180086", "00180081", "00200100", "00200012"];

/** What tells pictures at one place from each other. */
const setOf = ({ instance: { metadata } }: Shown): string =>
  JSON.stringify([setTags.map((tag) => firstIn(metadata, tag)), metadata["00080008"]?.Value]);

/** Pictures of other sizes, or of another frame of reference, are other pictures. */
const kindOf = ({ instance: { series, rows, columns } }: Shown): string =>
  `${series.frameOfReference} ${rows} ${columns}`;

/** What was recorded in one go, with slices of one thickness. */
const blockOf = ({ instance: { metadata, geometry } }: Shown): string =>
  JSON.stringify([firstIn(metadata, "00200012"), geometry.thicknessMm]);

function stopsOf(members: readonly Shown[], normal: Vector): readonly Stop[] {
  const byPlace = Map.groupBy(members, ({ instance }) => roundedPlace(instance, normal));
  return Array.from(byPlace, ([place, items]): Stop => {
    const alone = items.length === 1 ? items[0] : undefined;
    return {
      place,
      number: alone?.instance.instanceNumber ?? null,
      block: alone ? blockOf(alone) : null,
      at: items.map((item) => item.at),
    };
  }).toSorted((left, right) => left.place - right.place);
}

function gapBetween(one: Stop, next: Stop, missing: number): SeriesGap {
  const isForward = Math.min(...one.at) < Math.min(...next.at);
  const [first, second] = isForward ? [one, next] : [next, one];
  return { after: Math.max(...first.at), before: Math.min(...second.at), missing };
}

/** Where one echo or phase has no picture and the others have one. */
function gapsOfSets(members: readonly Shown[], normal: Vector): readonly SeriesGap[] {
  const sets = [...Map.groupBy(members, setOf).values()];
  if (sets.length < 2) return [];
  const places = [...new Set(members.map(({ instance }) => roundedPlace(instance, normal)))];
  const haveOthers = (one: Stop, next: Stop) =>
    places.some((place) => place > one.place && place < next.place);
  return sets.flatMap((set) =>
    longSteps(stopsOf(set, normal))
      .filter(({ one, next }) => haveOthers(one, next))
      .map(({ one, next, missing }) => gapBetween(one, next, missing)),
  );
}

function gapsOfStack({ normal, members }: Stack<Shown>): readonly SeriesGap[] {
  if (normal === null) return [];
  const ofAll = longSteps(stopsOf(members, normal));
  return [
    ...ofAll.map(({ one, next, missing }) => gapBetween(one, next, missing)),
    ...gapsOfSets(members, normal),
  ];
}

function gapsOfKind(alike: readonly Shown[]): readonly SeriesGap[] {
  const stacks = stacksOf(alike);
  const [only] = stacks;
  if (stacks.length === 1 && only?.normal === null) return numberGaps(only.members);
  return stacks.flatMap(gapsOfStack);
}

/**
 * Where pictures of a series seem to be missing; `instances` in the order in which they are looked at. Only where it is
 * likely: by a longer step between slices that are otherwise evenly spaced, or by the numbers of slices that say no place.
 * Localizers and loops are not looked at, and two blocks of slices are not one with a gap.
 */
export const sliceGaps = (instances: readonly DicomInstance[]): readonly SeriesGap[] =>
  [...Map.groupBy(shownOf(instances), kindOf).values()]
    .flatMap(gapsOfKind)
    .toSorted((left, right) => left.after - right.after);
