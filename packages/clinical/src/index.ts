export {
  type AddendumFacts,
  type CaseFacts,
  type ConferenceFacts,
  effectiveState,
  isBeforeSigning,
  isBeforeSubmission,
  isOver,
  leadOpinion,
  type OpinionFacts,
  type Share,
  type ShareAudience,
  type ShareMode,
} from "./case/case-facts.ts";
export { caseStates, type CaseState, mayStep, needsReason } from "./case/case-state.ts";
export {
  type Audience,
  audiences,
  type DocumentKind,
  type DocumentName,
  formatDocumentName,
  type IdentifiedName,
  isLayerTarget,
  type LayerName,
  type LayerTarget,
  parseDocumentName,
  type PlainName,
} from "./document/document-name.ts";
export {
  isSeated,
  proxyScopes,
  type ProxyScope,
  type Role,
  roles,
  type Seat,
  type SpecialistMode,
  specialistModes,
} from "./identity/seat.ts";
export type { Access } from "./rights/access.ts";
export { isClinician, isPatientSide } from "./rights/columns.ts";
export { type Command, mayCommand } from "./rights/command-access.ts";
export {
  documentAccess,
  isInAudience,
  type RecordsAccess,
  recordsAccess,
  targetAccess,
} from "./rights/document-access.ts";
export { shareOf } from "./rights/judge-cell.ts";
export { type Check, type CheckRule, computeChecks } from "./opinion/checks.ts";
export type { OpinionContent, OpinionContext, OpinionItem } from "./opinion/opinion-content.ts";
export { codeSystems } from "./record/code-systems.ts";
export { type Coding, type Concept } from "./record/coding.ts";
export {
  type InventoryItem,
  type InventoryState,
  inventoryStates,
  type MissingRecord,
} from "./record/inventory.ts";
export {
  type Comparator,
  type Decimal,
  type Interpretation,
  type LaboratoryPoint,
  type LaboratorySeries,
  type LaboratoryValue,
  type ReferenceRange,
  type Unit,
} from "./record/laboratory.ts";
export {
  type AllergyEntry,
  type ListEntry,
  type MedicineEntry,
  type ProblemEntry,
} from "./record/list-entries.ts";
export {
  compareNewestFirst,
  comparePartialDates,
  dayOf,
  isPartialDate,
  type PartialDate,
  yearOf,
} from "./record/partial-date.ts";
export { type Field, type Place } from "./record/place.ts";
export { plainTextBlocks } from "./record/plain-text-blocks.ts";
export { recordDigest } from "./record/record-digest.ts";
export { recordKinds } from "./record/record-kinds.ts";
export {
  entryDetails,
  layRecordText,
  recordPlainText,
  type RecordText,
  type TextPiece,
  valueText,
} from "./record/record-text.ts";
export {
  groupByKind,
  groupByYear,
  type KindGroup,
  type Listed,
  sortNewestFirst,
  type YearGroup,
} from "./record/record-timeline.ts";
export {
  type ClinicalRecord,
  type ImagingReportContent,
  type ImagingSeries,
  type NoteContent,
  type PathologyContent,
  type RecordKind,
  type RecordOf,
  recordSchema,
} from "./record/record.ts";
export { type TextBlock } from "./record/text-block.ts";
