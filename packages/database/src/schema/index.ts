export { answerPlace } from "./answer-place.ts";
export { audit, auditLink, auditState } from "./audit.ts";
export { deliveredFile, delivery, imageSeries, storedFile } from "./delivery.ts";
export {
  clinicalCase,
  clock,
  clockExtension,
  clockPause,
  lifecycleEvent,
  recordRequest,
  seat,
} from "./case.ts";
export {
  conference,
  conferenceAttendance,
  conferenceGuest,
  conferenceGuestKinds,
  conferenceInvitation,
  conferenceStates,
  conferenceStatistics,
} from "./conference.ts";
export { consent } from "./consent.ts";
export { clientClock, document, historyCheckpoint, lateDraft, snapshot, updateLog } from "./document.ts";
export { addendum, feedback, visitRequest } from "./follow-up.ts";
export {
  account,
  authenticator,
  device,
  keptKey,
  type Licence,
  person,
  rateLimit,
  recoveryCode,
  session,
  signInFailure,
  user,
  verification,
} from "./identity.ts";
export { offer, practice } from "./offer.ts";
export { share, shareOpening, suggestionClaim, version } from "./opinion.ts";
export { membership, organisation, type OrganisationDetails, type OwnCalendar } from "./organisation.ts";
export { organisationContent, organisationContentKinds } from "./organisation-content.ts";
export { question } from "./question.ts";
export { record, recordImport } from "./record.ts";
export {
  correction,
  feasibility,
  report,
  reportImage,
  reportLink,
  reportReceipt,
  sealedPdf,
} from "./report.ts";
export { snippet } from "./snippet.ts";
export { mail, mailStates, notification, tellingChoice } from "./telling.ts";
export { urgentFinding } from "./urgent.ts";
