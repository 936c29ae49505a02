export { admit, deny, mayMute, remove } from "./admission.ts";
export { come, endForAll, giveUpLost, goIn, goOnWith, leave, lose, over } from "./come-and-go.ts";
export {
  type Attendance,
  type Attendee,
  type Conference,
  type ConferenceRefusal,
  isIn,
  isPresent,
  keptFor,
  newConference,
  noRecording,
  type Party,
  type Presented,
  type Recording,
} from "./conference.ts";
export { mayBeInvited, partyOf } from "./party.ts";
export { answerRecording, askToRecord, beginRecording, endRecording, settleRecording } from "./recording.ts";
export { nextConference } from "./next-conference.ts";
export { type ConferenceState, isToCome, statesToCome } from "./to-come.ts";
export { present, raiseHand, stopPresenting } from "./presenting.ts";
