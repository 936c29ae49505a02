import type { RecordType } from "./record-types.ts";

export interface ListedType {
  readonly type: RecordType;
  /** No opinion without it: where it is missing, the opinion says so. */
  readonly isCore: boolean;
}

const core = (...types: readonly RecordType[]): readonly ListedType[] =>
  types.map((type) => ({ type, isCore: true }));
const useful = (...types: readonly RecordType[]): readonly ListedType[] =>
  types.map((type) => ({ type, isCore: false }));

const lists: Readonly<Record<string, readonly ListedType[]>> = {
  oncology: [
    ...core("pathology", "staging-images"),
    ...useful("molecular", "operation-notes", "systemic-treatment", "radiation-treatment"),
    ...useful("markers", "germline", "medicines-allergies"),
  ],
  cardiology: [
    ...core("ecg", "echo"),
    ...useful("heart-ct", "angiography", "stress-test", "rhythm-monitor", "heart-markers"),
    ...useful("kidney-function", "lipids", "devices", "anticoagulants", "medicines-allergies"),
  ],
  spine: [
    ...core("mri"),
    ...useful("weight-bearing-films", "nerve-conduction", "conservative-care", "operation-notes"),
    ...useful("bone-density", "medicines-allergies"),
  ],
  neurology: [
    ...core("mri"),
    ...useful("clinic-letters", "eeg", "nerve-conduction", "csf", "antibodies", "genetics"),
    ...useful("seizure-diary", "medicines-allergies"),
  ],
  radiology: [...core("images-to-read"), ...useful("clinic-letters")],
  pathology: [...core("pathology"), ...useful("molecular", "clinic-letters")],
};

const general = useful("clinic-letters", "images-to-read", "laboratory", "medicines-allergies");

/** What a specialty asks for, the most needed first. One that is not known here asks for what everybody does. */
export const specialtyList = (specialty: string): readonly ListedType[] => lists[specialty] ?? general;
