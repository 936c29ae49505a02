import type { ImportedContent, ImportRefusal } from "@consilium/interchange";
import { kept, type Kept, type NamedPatient, notRead, type NotKept } from "../file-reading.ts";
import type { OutcomeReason } from "../reasons.ts";
import { readAttached } from "./attached-reader.ts";
import type { Desk, FileInHand } from "./reader.ts";

const reasons: Readonly<Record<ImportRefusal["reason"], OutcomeReason>> = {
  "empty-file": "empty",
  "too-large": "records-too-large",
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

export const refusedImport = (refusal: ImportRefusal): NotKept => {
  const { reason } = refusal;
  const isElsewhere =
    reason === "nothing-to-add" && refusal.notUnderstood.some(({ gap }) => gap === "attachment-elsewhere");
  return notRead(isElsewhere ? "content-elsewhere" : reasons[reason]);
};

/** What an importer of interchange read, whatever it read it from, with the files that were attached there. */
export async function keptImport(
  { records, attached, notUnderstood }: ImportedContent,
  { name, birthDate }: NamedPatient,
  file: FileInHand,
  desk: Desk,
): Promise<Kept | NotKept> {
  const inside = await readAttached(attached, file, desk);
  const all = [...records, ...inside.records];
  if (all.length === 0) return notRead("no-content");
  return kept({
    records: all,
    reason: inside.reason,
    notUnderstood: [...notUnderstood, ...inside.notUnderstood],
    patients: name === "" ? [] : [{ name, birthDate }],
  });
}
