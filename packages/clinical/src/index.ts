export { caseStates, type CaseState } from "./case/case-state.ts";
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
