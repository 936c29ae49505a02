/** The people of a case: who has a place in it, what they may see, how somebody is let in and a place is ended. */
export default {
  title: "People of this case",
  open: "People of this case",
  headline: "{count, plural, one {One person has} other {# people have}} a place in this case",
  lede: "Each of them sees what their place allows, and nothing else.",
  seated: "Who has a place now",
  ended: "Places that have ended",
  own: "(you)",
  specialistAs: "{role}, {mode}",
  mode: {
    author: "writes the opinion",
    blind: "reads blind first",
    attesting: "reads everything and comments",
    reader: "reads along",
  },
  /** What a place allows to be seen, in one sentence: docs/rights.md in plain words. */
  sees: {
    patient: "Sees the story, the referral and the records, and the opinion once it is shared with them.",
    proxy: "Acts for the patient, as far as the patient has let them.",
    referrer:
      "Sees the story, the referral and the records, and the opinion once it is shared with the care team.",
    "care-team":
      "Sees the story, the referral and the records, and the opinion once it is shared with the care team.",
    author: "Sees the whole case and writes the opinion.",
    reader: "Sees the whole case, the opinion being written included, and does not write it.",
    attesting:
      "Sees the whole case, the opinion being written included, and comments on it. Does not write it and does not sign it.",
    blind:
      "Sees the story, the records and the questions, and nothing of what others concluded until they have finished their own read.",
    specialist: "Reads the case for the opinion.",
    coordinator: "Sees the story, the referral and the records, and the opinion once it is delivered.",
    guest: "Sees what is shown in the conference that they were invited to.",
  },
  may: "May {what}.",
  mayNothing: "May see nothing of the case yet: nothing was chosen for them.",
  since: "Since {from, date, date}",
  sinceUntil: "Since {from, date, date}, ends {to, date, date}",
  fromTo: "From {from, date, date} to {to, date, date}",

  letIn: "Let somebody in…",
  letInTitle: "Let somebody into this case",
  letInAct: "Let them in",
  letInDone:
    "They have a place now, and find the case in their list. They are told so in the way that they chose.",
  email: "Their e-mail",
  emailHint: "Of the account with which they sign in here.",
  asWhat: "As what",
  /** What choosing a role gives. */
  gives: {
    patient: "Sees and does all that a patient may.",
    proxy: "Acts for the patient under their own name, as far as you choose below.",
    referrer: "Writes the referral, adds records, and sees the opinion once it is shared with the care team.",
    "care-team":
      "Treats the patient. Sees the story, the referral and the records, and the opinion once it is shared with the care team.",
    specialist: "Reads the case for the opinion, in the way that you choose below.",
    coordinator:
      "Runs the case: who is in it, its steps and its dates. Does not see the opinion before it is delivered.",
    guest: "Sees what is shown in a conference.",
  },
  howRead: "In which way",
  modeChoice: {
    author: "To write the opinion",
    blind: "To read it blind first",
    reader: "To read along",
    attesting: "To read everything and comment",
  },
  scopes: "What may they do",
  scopeName: {
    read: "Read",
    "write-story": "Tell the story",
    "add-records": "Add records",
    ask: "Ask",
    meet: "Meet",
    receive: "Receive the opinion",
  },
  scopeMeans: {
    read: "The story, the referral and the records.",
    "write-story": "Write the story, answer the questions before it is sent, consent, and send it.",
    "add-records": "Send records, and answer when one is asked for.",
    ask: "Ask about what they may read, and read what is answered.",
    meet: "Join the video meetings, and ask for one.",
    receive:
      "Read the opinion and its report once it is shared with the patient, and share the report by a link.",
  },
  /** Within the sentence "May …". */
  scopeMay: {
    read: "read the story, the referral and the records",
    "write-story": "tell the story and consent",
    "add-records": "add records",
    ask: "ask",
    meet: "join the meetings",
    receive: "receive the opinion",
  },
  basis: "Why they act for the patient",
  basisHint:
    "For instance: her daughter, with a power of attorney of 3 May 2026. It is kept sealed with the case.",
  until: "Last day",
  untilHint: "Empty: until somebody ends it.",
  missing: {
    email: "Write their whole e-mail.",
    role: "Choose as what.",
    mode: "Choose in which way they read.",
    scopes: "Choose what they may do.",
    basis: "Say why they act for the patient.",
    until: "That day is past. Choose a later one, or none.",
  },
  refused: {
    nobody:
      "Nobody with this e-mail has an account here. Look whether it is spelled as they sign in; who has no account cannot be let in.",
    notWhole: "That is not a whole e-mail address.",
    already: "They have this place already.",
    noPart: "This account looks after the installation and cannot take part in a case.",
  },
  cancel: "Cancel",

  end: "End their place…",
  endOwn: "End your own place…",
  endTitle: "End the place of {name}",
  endOwnTitle: "End your own place",
  endText:
    "{name} reads nothing more of this case from this moment, also on a page that lies open. What they wrote stays in the case under their name.",
  endOwnText:
    "You read nothing more of this case from this moment. What you wrote stays in the case under your name, and somebody else has to let you in again.",
  endAct: "End it now",
  keep: "Keep it",
  endDone: "The place of {name} has ended. They read nothing more.",
} as const;
