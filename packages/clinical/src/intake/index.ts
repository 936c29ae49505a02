export { countries } from "./countries.ts";
export { type IntakeAnswers, type IntakeEntry, isSaid, readIntakeAnswers } from "./intake-content.ts";
export {
  type AccessNeed,
  accessNeeds,
  type DecisionTime,
  decisionTimes,
  type Hearing,
  hearings,
  type IntakeDetails,
  type OpinionKind,
  opinionKinds,
} from "./intake-details.ts";
export {
  entryKey,
  isIntakeValue,
  longestAnswer,
  noneKey,
  prefilled,
  prefilledKey,
  recordKey,
} from "./intake-key.ts";
export {
  type EntryField,
  type IntakeList,
  intakeLists,
  intakeListNames,
  isDateField,
  type NoneAnswer,
  type PregnancyAnswer,
  pregnancyAnswers,
  type RecordAnswer,
  recordAnswers,
  type StillAnswer,
  stillAnswers,
} from "./intake-lists.ts";
export {
  type IntakeStanding,
  type IntakeStep,
  isIntakeStep,
  listsOf,
  minutesOf,
  neededSteps,
  openSteps,
  safetyStanding,
  stepsFor,
} from "./intake-steps.ts";
export {
  type ConsentText,
  emergencyNumber,
  flagFor,
  intakeTexts,
  isInForce,
  type TextVersion,
} from "./intake-texts.ts";
export {
  isRegionKnown,
  type PlaceRule,
  placeRule,
  type PlaceStanding,
  placeStanding,
  type Region,
  regionsOf,
} from "./jurisdiction.ts";
export { type DateBounds, type DateFault, faultOfDate, readTypedDate, type TypedDate } from "./typed-date.ts";
export { type IntakePhase, phasesOf } from "./intake-phases.ts";
