import type { RecordOutline } from "./record-outline.ts";

/** Whether a record is of the sort that is looked for. */
export type Fits = (record: RecordOutline) => boolean;

export const ofKind =
  (...kinds: readonly RecordOutline["kind"][]): Fits =>
  ({ kind }) =>
    kinds.includes(kind);

/** Images that were received. */
export const studyOf =
  (...modalities: readonly string[]): Fits =>
  (record) =>
    record.kind === "imaging-study" && record.content.modalities.some((one) => modalities.includes(one));

export const imagingReportOf =
  (...modalities: readonly string[]): Fits =>
  (record) =>
    record.kind === "imaging-report" && modalities.includes(record.content.modality);

export const anyOf =
  (...fits: readonly Fits[]): Fits =>
  (record) =>
    fits.some((fit) => fit(record));

export const both =
  (...fits: readonly Fits[]): Fits =>
  (record) =>
    fits.every((fit) => fit(record));

/** The record's own name, or that of its type, has one of these English words. */
export const isNamed =
  (words: RegExp): Fits =>
  ({ title, code }) =>
    words.test(title) || (code !== null && words.test(code.text));

const isPaper = ofKind("note", "document", "pictures", "pathology", "imaging-report");

/** A paper of this name. */
export const paperNamed = (words: RegExp): Fits => both(isPaper, isNamed(words));

/** Values of one of these tests. */
export const valuesOf =
  (words: RegExp): Fits =>
  (record) =>
    record.kind === "laboratory" && record.content.series.some(({ title }) => words.test(title));

/** Medicines of one of these names. */
export const medicineNamed =
  (words: RegExp): Fits =>
  (record) =>
    record.kind === "medicines" && record.content.entries.some(({ title }) => words.test(title));
