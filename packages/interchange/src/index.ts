export { importCcda, isCcda } from "./ccda/import-ccda.ts";
export { importFhir, importFhirResource } from "./fhir/import-fhir.ts";
export { type Gap, gaps, type ImportRefusal, type NotUnderstood } from "./fhir/import-refusal.ts";
export type {
  ImportOptions,
  Imported,
  ImportedContent,
  ImportedDocument,
  ImportedPatient,
  ImportedResource,
  ResourceCount,
} from "./fhir/imported.ts";
export { importLimits, type Read } from "./fhir/read-file.ts";
export { xmlRoot, type XmlRoot } from "./xml/xml-root.ts";
