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
  type Party,
  type Presented,
} from "./conference.ts";
export { partyOf } from "./party.ts";
export { present, raiseHand, stopPresenting } from "./presenting.ts";
