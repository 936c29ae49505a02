export {
  type Addendum,
  addendumBytes,
  addendumDigest,
  type AddendumInput,
  buildAddendum,
  readAddendum,
} from "./addendum.ts";
export { buildReport } from "./build-report.ts";
export { htmlFile } from "./file/html-file.ts";
export { reportBytes, reportCode, reportDigest } from "./digest.ts";
export { printable, printableLine } from "./printable.ts";
export { readOpinion } from "./read-opinion.ts";
export type {
  ImageLeftOut,
  KeyImage,
  MissingRecord,
  Owner,
  Replaced,
  Report,
  ReportCase,
  ReportContact,
  ReportDifferential,
  ReportFinding,
  ReportInputDocument,
  ReportOption,
  ReportOrganisation,
  ReportPatient,
  ReportPlace,
  ReportQuestion,
  ReportReason,
  ReportRecommendation,
  ReportRecord,
  ReportRedFlag,
  ReportReference,
  ReportSection,
  ReportUrgentFinding,
} from "./report.ts";
export type { Contributor, Licence, ReportPerson, ShownBy, Signer } from "./report-people.ts";
export { reportSections } from "./report.ts";
export type {
  ContactInput,
  EvidenceInput,
  ImageLeftOutInput,
  ItemInput,
  KeyImageInput,
  OpinionInput,
  OwnerInput,
  QuestionInput,
  ReportInput,
} from "./report-input.ts";
export type { Block, Cell, Inline, Row } from "./text.ts";
export type { PrintedAddendum } from "./layout/lay-addenda.ts";
export type { ReportChange } from "./layout/lay-change.ts";
export { layOut, type Printing } from "./layout/lay-out.ts";
export { capital, wordsIn } from "./layout/words.ts";
export type { Layout, LayoutBlock, Part, PartId } from "./layout/layout.ts";
export { type Images, printHtml } from "./html/print-html.ts";
export { uncovered } from "./glyphs/uncovered.ts";
export { fhirDocument, type FhirFiles } from "./fhir/fhir-document.ts";
export type { SignatureEvidence } from "./fhir/provenance.ts";
export { plainWords } from "./plain-words.ts";
