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
    "request-withdrawn": "What was asked for in {number} is no longer needed:",
    "record-came": "Something came in {number} that may be what you asked for:",
    "request-locked": "Whoever you asked in {number} typed six wrong codes. Give them another one:",
    "request-silent": "Whoever you asked in {number} has not answered, and is not reminded any more:",
    "thread-asked": "You have a question in {number}:",
    "thread-answered": "You have an answer in {number}:",
    "question-withdrawn": "Something that you were asked in {number} was taken back:",
    "opinion-shared": "There is something new for you to read in {number}:",
    "report-signed": "The report in {number} is signed:",
    "report-changed": "Something that you have read in {number} has changed. Open it now:",
    "addendum-signed": "Something was added to the report in {number}:",
    "report-unread": "Something in {number} still waits for you to open it:",
    "change-unread": "Something that you have read in {number} has changed. Open it, and say that you know:",
    "unread-passed-on": "Something in {number} was not read by whom it is for:",
    "visit-asked": "Somebody in {number} wishes for a visit by video. Say when, or why not:",
    "visit-answered": "Your wish for a visit in {number} was answered:",
    "visit-taken-back": "A visit that was wished for in {number} is not wanted any more:",
    "case-submitted": "{number} was submitted, and waits for you:",
    "case-offered": "{number} is offered to you. Say whether you take it:",
    "place-given": "You were given a place in {number}. See what it is:",
    "conference-called":
      "You are asked to a conference about {number}. When it is stands in the calendar file; go in here:",
    "conference-moved":
      "A conference about {number} has another time. The calendar file has it; it stands here too:",
    "conference-cancelled": "A conference about {number} does not take place:",
    "clock-overdue": "A deadline in {number} has passed:",
  },
  place: {
    subject: {
      asked: "{programme} asks you for a record",
      reminded: "{programme} asks you for a record: a reminder",
      late: "{programme} still waits for a record",
      withdrawn: "{programme} no longer needs the record",
    },
    asked:
      "{by} of {programme} asks you for a record of a patient. Whose and which stands behind the link below, once you have typed a code. You need no account.",
    reminded: "{by} of {programme} has asked you for a record of a patient, and waits for your answer.",
    late: "{by} of {programme} asked you for a record of a patient. The day has passed, and there is no answer yet.",
    withdrawn:
      "{by} of {programme} asked you for a record of a patient. The request was taken back: nothing needs to be sent any more. Thank you.",
    due: "It is needed by {due, date, dayInWords}.",
    way: "You can send it there, or say that you do not have it:",
    code: "The code is not in this mail. {by} tells it to you by telephone.",
    end: "This mail was written by Consilium, which carries second medical opinions. It names no patient. Please do not answer it.",
  },
  guest: {
    subject: "{programme} asks you to a conference",
    subjectMoved: "{programme}: the conference has another time",
    subjectCancelled: "{programme}: the conference does not take place",
    subjectWithdrawn: "{programme}: your invitation was taken back",
    asked:
      "{by} of {programme} asks you to a conference by video, as {kind, select, interpreter {an interpreter} relative {a relative} other {an outside doctor}}. You need no account and nothing to install.",
    moved:
      "The conference by video to which {by} of {programme} asked you has another time. The link that you have stays good.",
    cancelled:
      "The conference by video to which {by} of {programme} asked you does not take place. The link that you have opens nothing any more.",
    withdrawn:
      "{by} of {programme} has taken back your invitation to a conference by video. The link that you have opens nothing any more.",
    when: "It begins on {at, date, dayInWords} at {at, date, clock} ({zone}).",
    way: "Come in by this link, a little earlier. It is good once: open it on the device that you will use.",
    end: "This mail was written by Consilium, which carries second medical opinions. It names no patient. Please do not answer it.",
  },
  calendarConference: "Consilium: a conference about {number}",
  calendarGuest: "Consilium: a conference by video",
  calendarDue: "Consilium: something is due in {number}",
  end: "Consilium writes no more than this into mail. Sign in to read it.\n\nHow you are told, and when: {settings}",
} as const;
