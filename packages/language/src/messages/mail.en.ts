/** Mail: that something waits, and where. No word of a case, no name of a patient: anybody may read over a shoulder. */
export default {
  subject:
    "{count, plural, one {Consilium: something waits for you in {number}} other {Consilium: # things wait for you}}",
  subjectUrgent: "Urgent: open Consilium now",
  greeting: "Hello,",
  line: {
    "urgent-raised": "Somebody needs you at once in {number}. Open it now and say that you have it:",
    "urgent-escalated":
      "Something urgent in {number} has waited for an hour, and nobody has said that they have it. Open it now:",
    "urgent-acknowledged": "What you called urgent in {number} was taken on:",
    "record-asked": "You are asked for something in {number}:",
    "request-due": "What you were asked for in {number} is due soon:",
    "request-overdue": "Something that was asked for in {number} is late:",
    "request-answered": "What you asked for in {number} was answered:",
    "thread-asked": "You have a question in {number}:",
    "thread-answered": "You have an answer in {number}:",
    "opinion-shared": "There is something new for you to read in {number}:",
    "report-signed": "The report in {number} is signed:",
    "report-changed": "Something that you have read in {number} has changed. Open it now:",
    "report-unread": "Something in {number} still waits for you to open it:",
    "change-unread": "Something that you have read in {number} has changed. Open it, and say that you know:",
    "unread-passed-on": "Something in {number} was not read by whom it is for:",
    "case-submitted": "{number} was submitted, and waits for you:",
    "case-offered": "{number} is offered to you. Say whether you take it:",
    "clock-overdue": "A deadline in {number} has passed:",
  },
  calendarDue: "Consilium: something is due in {number}",
  end: "Consilium writes no more than this into mail. Sign in to read it.\n\nHow you are told, and when: {settings}",
} as const;
