export { importFhir, importFhirResource } from "./fhir/import-fhir.ts";
export { type Gap, gaps, type ImportRefusal, type NotUnderstood } from "./fhir/import-refusal.ts";
export type {
  ImportOptions,
  Imported,
  ImportedContent,
  ImportedPatient,
  ImportedResource,
  ResourceCount,
} from "./fhir/imported.ts";
export { importLimits, type Read } from "./fhir/read-file.ts";
export { htmlBlocks } from "./html/html-blocks.ts";
export { cleanText } from "./json/node.ts";
