/** How the intake is called in a QuestionnaireResponse, by whoever writes one and by whoever reads it. */
export const intakeForm = {
  /** What one side said: its texts, questions and lists. */
  words: "urn:consilium:questionnaire:intake",
  /** What was chosen, by whomever. */
  choices: "urn:consilium:questionnaire:choices",
  /** Of codes among the answers. */
  system: "urn:consilium:intake",
  questions: "questions",
  forBlind: "questions.blind",
} as const;

/** What of an exported case belongs to that case alone: another one does not take it for content. */
export const ofThatCaseAlone = { system: "urn:consilium:export", code: "of-that-case" } as const;
