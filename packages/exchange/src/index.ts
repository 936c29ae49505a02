export { bundleText, caseBundle } from "./bundle/case-bundle.ts";
export type {
  CaseToExport,
  ExportedConsent,
  ExportedFile,
  ExportedPerson,
  ExportedQuestion,
  ExportedRecord,
  ExportedReport,
  ExportedTask,
  ExportedThread,
  ExportedVoice,
} from "./bundle/case-to-export.ts";
export { compareCases, type Comparison } from "./meaning/compare-cases.ts";
export {
  type Manifest,
  type ManifestBody,
  type ManifestFile,
  type ManifestReport,
  manifestName,
  manifestSchema,
  sealManifest,
} from "./manifest/manifest.ts";
export { safeName } from "./manifest/safe-path.ts";
export { writeZip, zipBytes, type ZipMember } from "./zip/write-zip.ts";
export { caseFileName, caseFileOf, isZip } from "./zip/case-file-of.ts";
