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
