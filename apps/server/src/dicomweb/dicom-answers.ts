import type { DicomJson, FiledInstance, SeriesIndex } from "@consilium/interchange";
import type { ReadableSeries } from "./read-study.ts";

/** What an anchor names: the digest of the instance's file, in a private element of our own. */
const own = { creator: "00090010", sha256: "00091001" } as const;
const creator = "CONSILIUM";

/**
 * An instance's metadata as WADO-RS gives it: with its address, how its pixels are written, and its file's digest. The address
 * is relative to the answer's own: to `…/studies/S/metadata` or to `…/series/S/metadata`.
 */
export function metadataOf({ instance, sha256 }: FiledInstance, of: "study" | "series"): DicomJson {
  const address = `${of === "study" ? `series/${instance.seriesUid}/` : ""}instances/${instance.instanceUid}`;
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

/** One object a study. */
export function studiesFound(all: readonly ReadableSeries[]): readonly DicomJson[] {
  const studies = Map.groupBy(all, ({ index }) => index.studyUid);
  return Array.from(studies.values(), (series) => {
    const [first] = series.flatMap(({ index }) => index.instances);
    const modalities = new Set(
      series.flatMap(({ index }) => index.instances[0]?.instance.series.modality ?? []),
    );
    const instances = series.reduce((sum, { index }) => sum + index.instances.length, 0);
    return {
      ...some(first?.instance.metadata ?? {}, ofStudy),
      "00080061": { vr: "CS", Value: [...modalities] },
      "00201206": count(series.length),
      "00201208": count(instances),
    };
  });
}

export const seriesFound = ({ instances }: SeriesIndex): DicomJson => ({
  ...some(instances[0]?.instance.metadata ?? {}, ofSeries),
  "00201209": count(instances.length),
});

export const instanceFound = ({ instance }: FiledInstance): DicomJson => some(instance.metadata, ofInstance);
