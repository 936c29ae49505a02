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
export {
  type ClockKind,
  clockKinds,
  type ClockState,
  clockState,
  type ClockTimes,
  metAt,
} from "./case/clock.ts";
export {
  type CaseClockTimes,
  type ClockEvent,
  type ClockMove,
  clockMoves,
  dueAfterPause,
  dueInTier,
  type Tier,
  tiers,
} from "./case/clock-rules.ts";
export { mondayToFriday, type WorkingDays } from "./case/working-days.ts";
export { caseCourse, type CaseState, caseStates, mayStep, needsReason } from "./case/case-state.ts";
export { coordinatorSteps, mayCoordinate, nextStep } from "./case/coordinator-steps.ts";
export { type OfferMode, offerModes, type OfferState, offerState, offerStates } from "./case/offer-state.ts";
export {
  type Candidate,
  type CandidatePractice,
  type CaseNeeds,
  type FitAnswer,
  type FitPoint,
  fitPoints,
  type Match,
  rankCandidates,
  besidePatient,
  type BesidePatient,
} from "./case/rank-candidates.ts";
export {
  type BoardCase,
  type BoardChange,
  type BoardColumn,
  boardColumn,
  boardColumns,
  type BoardReport,
  byUrgency,
  type DoNow,
  doNow,
  type DoNowKind,
  doNowKinds,
} from "./case/do-now.ts";
export { isToldAtOnce } from "./case/hearing.ts";
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
  type ProxyScope,
  proxyScopes,
  type Role,
  roles,
  type Seat,
  type SpecialistMode,
  specialistModes,
} from "./identity/seat.ts";
export type { Access } from "./rights/access.ts";
export { isClinician, isPatientSide } from "./rights/columns.ts";
export { type Command, type CommandObject, commands, mayCommand } from "./rights/command-access.ts";
export {
  documentAccess,
  isInAudience,
  type RecordsAccess,
  mayReadRecord,
  recordsAccess,
  targetAccess,
} from "./rights/document-access.ts";
export { shareFor, shareOf } from "./rights/judge-cell.ts";
export * from "./opinion/index.ts";
export { createTermFinder, type TermFinder, type TermUse } from "./glossary/find-terms.ts";
export type { GlossaryTerm } from "./glossary/glossary.ts";
export { loadGlossary } from "./glossary/load-glossary.ts";
export { codeSystems } from "./record/code-systems.ts";
export type { Coding, Concept } from "./record/coding.ts";
export {
  type InventoryEntry,
  type InventoryItem,
  type InventoryState,
  inventoryStates,
  isGap,
  type RequestInInventory,
  type Said,
  type SaidState,
  saidStates,
  type Told,
} from "./record/inventory.ts";
export { type RecordPart, recordParts, type RecordType, recordTypes } from "./record/record-types.ts";
export { loadTemplate, templatedSpecialties } from "./template/load-template.ts";
export { longestTemplateText, templateText } from "./template/template-schema.ts";
export {
  type OpinionTemplate,
  placeholder,
  type TemplatedSection,
  templatedSections,
} from "./template/opinion-template.ts";
export { hasTemplateChanged, isTemplateUse, type TemplateUse } from "./template/template-use.ts";
export { checklists, type ListedType, specialtyList } from "./record/specialty-list.ts";
export { outlineOf } from "./record/record-outline.ts";
export { type ImagingHeld, imagingHeldIn } from "./record/imaging-held.ts";
export {
  type AddedOutline,
  type AddedRecord,
  type InventorySource,
  takeInventory,
} from "./record/take-inventory.ts";
export type {
  Comparator,
  Decimal,
  Interpretation,
  LaboratoryPoint,
  LaboratorySeries,
  LaboratoryValue,
  ReferenceRange,
  Unit,
} from "./record/laboratory.ts";
export type { AllergyEntry, ListEntry, MedicineEntry, ProblemEntry } from "./record/list-entries.ts";
export {
  compareNewestFirst,
  comparePartialDates,
  dayOf,
  isPartialDate,
  type PartialDate,
  yearOf,
} from "./record/partial-date.ts";
export type { Field, Place } from "./record/place.ts";
export { plainTextBlocks } from "./record/plain-text-blocks.ts";
export {
  type EditedRecord,
  type Edition,
  editionChanges,
  longestIdentifier,
  mostIdentifiers,
} from "./record/edition.ts";
export { changedObservation, type ObservationChange } from "./record/changed-observation.ts";
export { sameObservations } from "./record/same-observation.ts";
export { recordDigest } from "./record/record-digest.ts";
export { mayAnswer } from "./record/answering-records.ts";
export { isListRecord, recordKinds } from "./record/record-kinds.ts";
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
export type { TextBlock } from "./record/text-block.ts";
export { audiencesFor, isWithin, replyAudiences } from "./annotation/audience.ts";
export {
  mayActOn,
  type Sitter,
  type ThreadAct,
  threadActs,
  type ThreadFacts,
} from "./annotation/thread-act.ts";
export {
  type ImageSeries,
  type ImagingStudyContent,
  mostGaps,
  type NotDisplayedReason,
  notDisplayedReasons,
  type SeriesGap,
} from "./record/imaging-study.ts";
export type { DocumentContent, Picture, PicturesContent } from "./record/paper.ts";
export { type StoredFile, storedFileSchema } from "./record/stored-file.ts";
export { groupPatients, mayBeSamePatient, type NamedPatient, namesNobody } from "./record/same-patient.ts";
export {
  type DicomTiles,
  filesOfSlide,
  type SlideContent,
  type SlideLevel,
  slideLimits,
} from "./record/slide.ts";
export {
  countTiles,
  tileFrame,
  tileGrid,
  tileIndex,
  type TileLevel,
  tileLevels,
  tileNumber,
  type TileRange,
  tileRange,
} from "./record/slide-tiles.ts";
export { leadNamed, standardLeads } from "./record/ecg-lead.ts";
export {
  sampleForms,
  type Waveform,
  type WaveformAnnotation,
  type WaveformChannel,
  type WaveformGroup,
  waveformSchema,
} from "./record/waveform.ts";
export { bytesOfSample, decodeSamples, sampleAt } from "./record/waveform-samples.ts";
export { dateOfDay, dayNumber, daysOf, type DaySpan } from "./timeline/calendar-days.ts";
export { type Timeline, type TimelineEntry, timelineOf } from "./timeline/timeline-entries.ts";
export { type TimelineLane, timelineLanes } from "./timeline/timeline-lanes.ts";
export { type Dated, daysOfWhen, uncertainDays, type When, yearOfWhen } from "./timeline/timeline-when.ts";
export { dailyMailAt, mailTime, type QuietHours } from "./telling/mail-time.ts";
export {
  isOfConference,
  isUrgentKind,
  type NotificationKind,
  notificationKinds,
  type TellingChoices,
  type TellingWay,
  tellingWay,
  tellingWays,
} from "./telling/notification-kinds.ts";
export { mostReminders, type Reminder, remindersOf } from "./telling/reminders.ts";
export * from "./intake/index.ts";
export { type Completeness, completenessOf, type GatheredCase } from "./numbers/completeness.ts";
export { type CsvValue, toCsv } from "./numbers/csv.ts";
export { type FeedbackNumbers, feedbackNumbers, feedbackQuestions } from "./numbers/feedback-numbers.ts";
export { type PauseReason, pauseReasons, type ReasonedPause } from "./numbers/pause-reasons.ts";
export {
  type NumberedReport,
  type ReportNumbers,
  reportNumbers,
  type SaidOfRecommendation,
} from "./numbers/report-numbers.ts";
export { fewestToSay, type Part, shareOfPart, type Spread } from "./numbers/spread.ts";
export {
  daysTaken,
  isStanding,
  type NumberedStep,
  numberedSteps,
  type Period,
  type StepNumbers,
  stepNumbers,
  type StepSpan,
} from "./numbers/step-numbers.ts";
export { type NumberedUrgent, type UrgentNumbers, urgentNumbers } from "./numbers/urgent-numbers.ts";
export { type WaitedFor, waitedFor, type Waiting, type WaitingCase, waitingNow } from "./numbers/waiting.ts";
export type { Pause } from "./numbers/worked-time.ts";
export { unreadDue, type UnreadSide, unreadTellings, type UnreadTimes } from "./telling/unread.ts";
export * from "./conference/index.ts";
