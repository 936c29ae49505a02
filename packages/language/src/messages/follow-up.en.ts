/** What comes after a signed opinion: questions, visits, closing, feedback. */
export default {
  asked: "Questions about it",
  howToAsk: "Choose words of the report to ask about them.",
  nothingAsked: "Nobody has asked anything yet.",
  until: "Open for questions until {due, date, moment}.",
  past: "The time for questions was over {due, date, moment}. You can still ask; an answer may take longer.",
  closed: "The case is closed: nothing more can be asked here.",
} as const;
