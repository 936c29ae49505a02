import type { DicomJson, FiledInstance } from "@consilium/interchange";
import type { ReadableSeries } from "./read-study.ts";

/** What an anchor names: the digest of the instance's file, in a private element of our own. */
const own = { creator: "00090010", sha256: "00091001" } as const;
const creator = "CONSILIUM";

/**
 * An instance's metadata as WADO-RS gives it: with its address, how its pixels are written, and its file's digest. The address
 * is relative to the answer's own: to `…/studies/S/metadata`, `…/series/S/metadata` or `…/instances/I/metadata`.
 */
export function metadataOf(
  { instance, sha256 }: FiledInstance,
  of: "study" | "series" | "instance",
): DicomJson {
  const address = relativeAddress(instance, of);
  return {
    ...instance.metadata,
    ...bulkOf(instance, address),
    "00081190": { vr: "UR", Value: [address] },
    "00083002": { vr: "UI", Value: [instance.transferSyntax] },
    [own.creator]: { vr: "LO", Value: [creator] },
    [own.sha256]: { vr: "LO", Value: [sha256] },
  };
}

/** Tables and planes that are asked for by themselves, relative to the answer's address as well. */
const bulkOf = ({ bulk }: FiledInstance["instance"], address: string): DicomJson =>
  Object.fromEntries(
    Object.keys(bulk ?? {}).map((tag) => [tag, { vr: "OW", BulkDataURI: `${address}/bulk/${tag}` }]),
  );

function relativeAddress(
  { seriesUid, instanceUid }: FiledInstance["instance"],
  of: "study" | "series" | "instance",
): string {
  if (of === "study") return `series/${seriesUid}/instances/${instanceUid}`;
  return of === "series" ? `instances/${instanceUid}` : `../${instanceUid}`;
}

/** Relative to `…/dicomweb/`. */
export const addressOf = ({
  studyUid,
  seriesUid,
  instanceUid,
}: Pick<FiledInstance["instance"], "studyUid" | "seriesUid" | "instanceUid">): string =>
  `studies/${studyUid}/series/${seriesUid}/instances/${instanceUid}`;

/** Elements that QIDO-RS gives of each (PS3.18, 10.6.3.3). */
const ofStudy = [
  "00080020",
  "00080030",
  "00080050",
  "00080090",
  "00081030",
  "00100010",
  "00100020",
  "00100030",
  "00100040",
  "0020000D",
  "00200010",
];
const ofSeries = ["00080060", "0008103E", "0020000D", "0020000E", "00200011", "00080021", "00180015"];
/** What a whole series has in common, and is said of it where it is asked for. */
const moreOfSeries = ["00080031", "00080080", "00181030"];
const ofInstance = [
  "00080016",
  "00080018",
  "0020000D",
  "0020000E",
  "00200013",
  "00280010",
  "00280011",
  "00280008",
];

const some = (json: DicomJson, tags: readonly string[]): DicomJson =>
  Object.fromEntries(tags.flatMap((tag) => (json[tag] ? [[tag, json[tag]]] : [])));

const count = (value: number) => ({ vr: "IS", Value: [value] });

/** What a search may find: all that is known of it, and what is said of it unasked. */
export interface Findable {
  readonly recordId: string;
  readonly json: DicomJson;
  readonly usual: readonly string[];
}

/** One a study. */
export function findableStudies(all: readonly ReadableSeries[]): readonly Findable[] {
  const studies = Map.groupBy(all, ({ index }) => index.studyUid);
  return Array.from(studies.values(), (series) => {
    const [first] = series.flatMap(({ index }) => index.instances);
    const modalities = new Set(
      series.flatMap(({ index }) => index.instances[0]?.instance.series.modality ?? []),
    );
    const instances = series.reduce((sum, { index }) => sum + index.instances.length, 0);
    return {
      recordId: series[0]?.recordId ?? "",
      json: {
        ...some(first?.instance.metadata ?? {}, ofStudy),
        "00080061": { vr: "CS", Value: [...modalities] },
        "00201206": count(series.length),
        "00201208": count(instances),
      },
      usual: [...ofStudy, "00080061", "00201206", "00201208"],
    };
  });
}

export const findableSeries = ({ recordId, index: { instances } }: ReadableSeries): Findable => ({
  recordId,
  json: {
    ...some(instances[0]?.instance.metadata ?? {}, [...ofStudy, ...ofSeries, ...moreOfSeries]),
    "00201209": count(instances.length),
  },
  usual: [...ofSeries, "00201209"],
});

export const findableInstances = ({ recordId, index }: ReadableSeries): readonly Findable[] =>
  index.instances.map(({ instance }) => ({ recordId, json: instance.metadata, usual: ofInstance }));

export const saidOf = ({ json, usual }: Findable, include: readonly string[] | "all"): DicomJson =>
  include === "all" ? json : some(json, [...new Set([...usual, ...include])]);
