export { importFhir, importFhirResource } from "./fhir/import-fhir.ts";
export { type Gap, gaps, type ImportRefusal, type NotUnderstood } from "./fhir/import-refusal.ts";
export type {
  Imported,
  ImportedContent,
  ImportedPatient,
  ImportedResource,
  ImportOptions,
  ResourceCount,
} from "./fhir/imported.ts";
export { importLimits, type Read } from "./fhir/read-file.ts";
