import { type ClinicalRecord, type ImageSeries, mostGaps } from "@consilium/clinical";
import { recordTitle } from "../fhir/record-heading.ts";
import type { DicomInstance } from "./dicom-instance.ts";
import { notDisplayed } from "./not-displayed.ts";
import { sliceGaps } from "./slice-gaps.ts";
import { inSliceOrder } from "./slice-order.ts";

/** An instance and the file that it is kept in. */
export interface FiledInstance {
  readonly instance: DicomInstance;
  readonly fileId: string;
  /** Of the file as it was received. */
  readonly sha256: string;
  readonly bytes: number;
}

/** What a DICOMweb server answers from, a series: its instances in the order in which they are looked at. */
export interface SeriesIndex {
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly instances: readonly FiledInstance[];
}

export interface StudiedRecord {
  readonly record: ClinicalRecord;
  /** The files that the record is made of. */
  readonly fileIds: readonly string[];
  /** Of a study; a note has none. */
  readonly series: readonly SeriesIndex[];
}

export interface Studies {
  readonly records: readonly StudiedRecord[];
  /** Encapsulated PDFs and the like, to be read as documents. */
  readonly documents: readonly FiledInstance[];
  /** The same file once more. */
  readonly duplicates: readonly { readonly fileId: string; readonly sameAs: string }[];
}

export interface StudyOptions {
  /** A new ULID each time. */
  readonly createId: () => string;
}

const isPresent = (value: string): boolean => value !== "";

const firstOf = <Value>(items: readonly FiledInstance[], read: (instance: DicomInstance) => Value | null) =>
  items.map(({ instance }) => read(instance)).find((value) => value !== null && value !== "") ?? null;

const isDrawnTracing = ({ instance }: FiledInstance): boolean => instance.waveform?.is === "placed";

function seriesRecord(items: readonly FiledInstance[], first: DicomInstance): ImageSeries {
  const reasons = items.map(({ instance }) => notDisplayed(instance));
  const gaps = sliceGaps(items.map(({ instance }) => instance)).slice(0, mostGaps);
  return {
    uid: first.seriesUid,
    number: first.series.number,
    modality: first.series.modality,
    description: first.series.description,
    bodyPart: firstOf(items, ({ series }) => series.bodyPart),
    laterality: firstOf(items, ({ series }) => series.laterality),
    instances: items.length,
    frames: items.reduce((frames, { instance }) => frames + instance.frames, 0),
    tracings: items.filter(isDrawnTracing).length,
    frameOfReference: firstOf(items, ({ series }) => series.frameOfReference),
    thicknessMm: firstOf(items, ({ geometry }) => geometry.thicknessMm),
    // One picture that can be looked at is enough.
    notDisplayed: reasons.includes(null) ? null : (reasons[0] ?? null),
    ...(gaps.length > 0 && { gaps }),
  };
}

const modalitiesOf = (series: readonly ImageSeries[]): readonly string[] => [
  ...new Set(series.map(({ modality }) => modality).filter(isPresent)),
];

const capitalised = (text: string): string =>
  /[a-z]/.test(text) ? text : text.charAt(0) + text.slice(1).toLowerCase();

/** What people say for a code that they do not know. */
const spoken = new Map<string, readonly [name: string, ...others: string[]]>([
  ["CR", ["Radiograph", "X-ray"]],
  ["DX", ["Radiograph", "X-ray"]],
  ["MG", ["Mammography", "Mammogram"]],
  ["MR", ["MRI"]],
  ["PT", ["PET"]],
  ["SM", ["Microscopy", "Slide"]],
  ["US", ["Ultrasound"]],
  ["XA", ["Angiography"]],
]);

/** Whether the description names the modality itself: "CT chest", "MRI knee", "X-ray hand". */
function names(description: string, modality: string): boolean {
  const said = description.toUpperCase();
  return (
    said.split(/[^A-Z]+/).includes(modality) ||
    (spoken.get(modality) ?? []).some((name) => said.includes(name.toUpperCase()))
  );
}

const nameOf = (modality: string): string => spoken.get(modality)?.[0] ?? modality;

/** "CT Abdomen": the study's own description or the body part, with the kind of pictures before it. */
function studyTitle(items: readonly FiledInstance[], series: readonly ImageSeries[]): string {
  const seen = series.filter((one) => one.notDisplayed === null);
  const modalities = modalitiesOf(seen.length > 0 ? seen : series);
  const part = firstOf(items, ({ series: { bodyPart } }) => bodyPart);
  const described =
    firstOf(items, ({ study }) => study.description) ?? (part === null ? "" : capitalised(part));
  const isNamed = modalities.some((modality) => names(described, modality));
  const kinds = described === "" ? modalities.map(nameOf) : modalities;
  const name = [isNamed ? "" : kinds.join("/"), described].filter(isPresent).join(" ");
  return recordTitle(name) || "Imaging study";
}

const heading = (items: readonly FiledInstance[], createId: () => string) => ({
  id: createId(),
  date: firstOf(items, ({ study }) => study.date),
  source: firstOf(items, ({ study }) => study.institution) ?? "",
  language: null,
  code: null,
  revealsFirstOpinion: false,
});

const numberOf = ({ instance }: FiledInstance): number => instance.series.number ?? Number.POSITIVE_INFINITY;

function seriesIndexes(items: readonly FiledInstance[]): readonly SeriesIndex[] {
  return Array.from(
    Map.groupBy(items, ({ instance }) => instance.seriesUid),
    ([seriesUid, members]) => ({
      studyUid: members[0]?.instance.studyUid ?? "",
      seriesUid,
      instances: inSliceOrder(members),
      number: Math.min(...members.map(numberOf)),
    }),
  )
    .toSorted((left, right) => Number(left.number > right.number) - Number(left.number < right.number))
    .map(({ studyUid, seriesUid, instances }) => ({ studyUid, seriesUid, instances }));
}

interface Generation {
  /** From 0: further ones hold what bears an identifier of an earlier one. */
  readonly number: number;
  readonly sameIdentifiers: ReadonlySet<string>;
}

function studyRecord(
  items: readonly FiledInstance[],
  { createId }: StudyOptions,
  generation: Generation,
): readonly StudiedRecord[] {
  const indexes = seriesIndexes(items);
  const series = indexes.flatMap(({ instances }) => {
    const [first] = instances;
    return first === undefined ? [] : [seriesRecord(instances, first.instance)];
  });
  if (series.length === 0) return [];
  const same = items.filter(({ instance }) => generation.sameIdentifiers.has(instance.instanceUid)).length;
  const record: ClinicalRecord = {
    ...heading(items, createId),
    title: `${studyTitle(items, series)}${generation.number === 0 ? "" : `, version ${generation.number + 1}`}`,
    author: null,
    kind: "imaging-study",
    content: {
      studyUid: indexes[0]?.studyUid ?? "",
      accession: firstOf(items, ({ study }) => study.accession),
      modalities: modalitiesOf(series),
      series,
      bytes: items.reduce((sum, { bytes }) => sum + bytes, 0),
      ...(same > 0 && { sameIdentifiers: same }),
    },
  };
  return [{ record, fileIds: items.map(({ fileId }) => fileId), series: indexes }];
}

function noteRecord(item: FiledInstance, { createId }: StudyOptions): StudiedRecord {
  const { report, series, study } = item.instance;
  const title = [report?.title, series.description, study.description].find((said) => said);
  const record: ClinicalRecord = {
    ...heading([item], createId),
    title: recordTitle(title ?? "") || "Structured report",
    author: report?.author ?? null,
    kind: "note",
    content: { blocks: report?.blocks ?? [], pages: null },
  };
  return { record, fileIds: [item.fileId], series: [] };
}

/** One generation holds each identifier once: a second file with the same one goes into the next. */
function generationsOf(items: readonly FiledInstance[]) {
  const versions = Map.groupBy(items, ({ instance }) => instance.instanceUid);
  const generations: FiledInstance[][] = [];
  const duplicates: { fileId: string; sameAs: string }[] = [];
  const sameIdentifiers = new Set<string>();
  for (const [instanceUid, files] of versions) {
    const different = new Map<string, FiledInstance>();
    for (const file of files) {
      const same = different.get(file.sha256);
      if (same === undefined) different.set(file.sha256, file);
      else duplicates.push({ fileId: file.fileId, sameAs: same.fileId });
    }
    for (const [generation, file] of [...different.values()].entries())
      (generations[generation] ??= []).push(file);
    if (different.size > 1) sameIdentifiers.add(instanceUid);
  }
  return { generations, duplicates, sameIdentifiers };
}

/**
 * Studies and reports out of single files, whichever folders they lay in: they belong together by their own
 * identifiers. Every file is in one record, a document or a duplicate.
 */
export function studiesOf(items: readonly FiledInstance[], options: StudyOptions): Studies {
  const { generations, duplicates, sameIdentifiers } = generationsOf(items);
  const records = generations.flatMap((generation, number) => {
    const reports = generation.filter(({ instance }) => instance.content === "report");
    const rest = generation.filter(({ instance }) => !["report", "document"].includes(instance.content));
    const studies = Map.groupBy(rest, ({ instance }) => instance.studyUid);
    return [
      ...Array.from(studies.values()).flatMap((study) =>
        studyRecord(study, options, { number, sameIdentifiers }),
      ),
      ...reports.map((report) => noteRecord(report, options)),
    ];
  });
  const documents = generations.flat().filter(({ instance }) => instance.content === "document");
  return { records, documents, duplicates };
}
