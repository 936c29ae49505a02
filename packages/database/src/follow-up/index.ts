export {
  addendaOfCase,
  type AddendumSigned,
  insertAddendum,
  signAddendum,
  type StoredAddendum,
} from "./addenda.ts";
export { feedbackOfCase, type FeedbackWords, insertFeedback, type StoredFeedback } from "./feedbacks.ts";
export { answerVisit, insertVisit, openVisits, type StoredVisit, visitsOfCase } from "./visit-requests.ts";
