import type { ClinicalRecord, RecordOf, TextBlock } from "@consilium/clinical";
import { namedStudyWords } from "@consilium/interchange";
import { given, refer } from "@consilium/report/fhir";
import type { DiagnosticReport, DocumentReference, ImagingStudy } from "@medplum/fhirtypes";
import { attachmentOf, hashOf } from "../bundle/attachment.ts";
import type { ExportedFile } from "../bundle/case-to-export.ts";
import { blocksHtml } from "./blocks-html.ts";
import { code, conceptOf, dateOf } from "./concept.ts";
import { notes, oneLine } from "./words.ts";

const page = (blocks: readonly TextBlock[]) => ({
  contentType: "text/html; charset=utf-8",
  data: Buffer.from(blocksHtml(blocks)).toString("base64"),
});

const typeOf = ({ title, code: type }: ClinicalRecord) => conceptOf(title, type?.codings ?? []);

const shown = (words: string | null) =>
  words === null || words.trim() === "" ? null : { display: oneLine(words) };

const asList = <Value>(value: Value | null): Value[] | null => (value === null ? null : [value]);

/** Words, and what was handed in as a file: each by its path and its digest. */
export function documentOf(
  record: ClinicalRecord,
  blocks: readonly TextBlock[],
  files: readonly ExportedFile[],
): DocumentReference {
  const [first] = files;
  return given<DocumentReference>({
    resourceType: "DocumentReference",
    masterIdentifier: first ? hashOf(first) : null,
    identifier: files.slice(1).map(hashOf),
    status: "current",
    type: typeOf(record),
    subject: refer("patient"),
    author: asList(shown(record.author)),
    custodian: shown(record.source),
    content: [
      ...(blocks.length > 0 || files.length === 0
        ? [{ attachment: given({ ...page(blocks), language: record.language }) }]
        : []),
      ...files.map((file) => ({ attachment: attachmentOf(file) })),
    ],
    context: record.date === null ? null : { period: { start: dateOf(record.date) ?? "" } },
  });
}

/** A report of a laboratory of pathology, or of pictures, with what was read out of it behind its words. */
export function reportOf(record: RecordOf<"imaging-report"> | RecordOf<"pathology">): DiagnosticReport {
  const { content, kind, author, source } = record;
  const facts = [
    ...content.fields.map(({ name, value, unit }) => `${name}: ${[value, unit].filter(Boolean).join(" ")}`),
    ...(content.accession === null ? [] : [`Accession: ${content.accession}`]),
    ...("series" in content
      ? content.series.map(({ description, images }) => seriesWords(description, images))
      : []),
    ...("specimenBlocks" in content && content.specimenBlocks.length > 0
      ? [`Blocks: ${content.specimenBlocks.join(", ")}`]
      : []),
  ];
  const list: readonly TextBlock[] =
    facts.length === 0 ? [] : [{ type: "list", ordered: false, items: facts }];
  const house = shown(source);
  return given<DiagnosticReport>({
    resourceType: "DiagnosticReport",
    language: record.language,
    status: "final",
    category: [code("v2-0074", kind === "pathology" ? "SP" : "RAD")],
    code: typeOf(record),
    subject: refer("patient"),
    effectiveDateTime: dateOf(record.date),
    performer: [
      ...(asList(shown(author)) ?? []),
      ...(house ? [{ type: "Organization" as const, ...house }] : []),
    ],
    presentedForm: [page([...content.blocks, ...list])],
  });
}

const seriesWords = (description: string, images: number | null): string =>
  images === null ? `Series: ${description}` : `Series: ${description}, ${images} images`;

/** Whether it says only that a study was made, and of what. */
export const isNamedStudy = ({ content }: RecordOf<"imaging-report">): boolean => {
  const [first] = content.blocks;
  return first?.type === "paragraph" && first.text === namedStudyWords;
};

export const namedStudyOf = (record: RecordOf<"imaging-report">): ImagingStudy => {
  const { blocks, modality, series } = record.content;
  const words = blocks.slice(1).map((block) => ("text" in block ? block.text : ""));
  return given<ImagingStudy>({
    ...studyHead(record),
    modality: modality === "" ? null : [modalityOf(modality)],
    note: notes(...words, ...series.map(({ description, images }) => seriesWords(description, images))),
  });
};

const modalityOf = (modality: string) => ({
  system: "http://dicom.nema.org/resources/ontology/DCM",
  code: modality,
});

const studyHead = (record: ClinicalRecord): ImagingStudy =>
  given<ImagingStudy>({
    resourceType: "ImagingStudy",
    status: "available",
    subject: refer("patient"),
    started: dateOf(record.date),
    interpreter: asList(shown(record.author)),
    location: shown(record.source),
    description: oneLine(record.title),
  });

/** A study with its pictures: they are files of the export. */
export const studyOf = (record: RecordOf<"imaging-study">): ImagingStudy => {
  const { studyUid, series, modalities } = record.content;
  return given<ImagingStudy>({
    ...studyHead(record),
    identifier: [{ system: "urn:dicom:uid", value: `urn:oid:${studyUid}` }],
    modality: modalities.filter((one) => one !== "").map(modalityOf),
    numberOfSeries: series.length,
    series: series.map((one) =>
      given({
        uid: one.uid,
        number: one.number !== null && one.number >= 0 ? one.number : null,
        modality: modalityOf(one.modality || "OT"),
        description: one.description === "" ? null : oneLine(one.description),
        numberOfInstances: one.instances,
      }),
    ),
  });
};
