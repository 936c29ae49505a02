import type { ImportedContent, ImportRefusal } from "@consilium/interchange";
import { kept, type Kept, type NamedPatient, notRead, type NotKept } from "../file-reading.ts";
import type { OutcomeReason } from "../reasons.ts";

const reasons: Readonly<Record<ImportRefusal["reason"], OutcomeReason>> = {
  "empty-file": "empty",
  "too-large": "too-large",
  "not-utf-8": "not-utf-8",
  "unknown-encoding": "not-utf-8",
  "not-xml": "damaged",
  "xml-entities": "xml-entities",
  "not-c-cda": "xml-not-read",
  "too-deep": "too-complicated",
  "too-many-values": "too-complicated",
  truncated: "cut-off",
  "not-json": "not-json",
  "not-fhir": "not-fhir",
  "other-version": "other-fhir-version",
  "unsupported-bundle": "unsupported-bundle",
  "empty-bundle": "empty-bundle",
  "no-patient": "no-patient",
  "several-patients": "several-patients",
  "single-resource": "not-fhir",
  "bundle-not-resource": "not-fhir",
  "nothing-to-add": "no-content",
};

export const refusedImport = ({ reason }: ImportRefusal): NotKept => notRead(reasons[reason]);

/** What an importer of interchange read, whatever it read it from. */
export const keptImport = (
  { records, notUnderstood }: ImportedContent,
  { name, birthDate }: NamedPatient,
): Kept | NotKept =>
  records.length === 0
    ? notRead("no-content")
    : kept({ records, notUnderstood, patients: name === "" ? [] : [{ name, birthDate }] });
