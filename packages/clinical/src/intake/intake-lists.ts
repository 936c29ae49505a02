/** What may be said of each thing of a list. `from`, `to` and `on` are dates as exact as they are known. */
export const intakeLists = {
  events: ["name", "on"],
  treatments: ["name", "from", "to", "dose", "response", "effects"],
  problems: ["name", "from"],
  procedures: ["name", "on"],
  medicines: ["name", "dose", "from"],
  supplements: ["name", "dose"],
  allergies: ["name", "reaction"],
  family: ["name"],
  implants: ["name", "on"],
} as const satisfies Record<string, readonly EntryField[]>;

export type EntryField = "name" | "on" | "from" | "to" | "dose" | "response" | "effects" | "reaction";
export type IntakeList = keyof typeof intakeLists;

export const intakeListNames: readonly IntakeList[] = [
  "events",
  "treatments",
  "problems",
  "procedures",
  "medicines",
  "supplements",
  "allergies",
  "family",
  "implants",
];

export const isIntakeList = (name: unknown): name is IntakeList =>
  intakeListNames.some((list) => list === name);

export const isDateField = (field: EntryField): field is "on" | "from" | "to" =>
  field === "on" || field === "from" || field === "to";

/** Texts to which "nothing" is an answer too. */
export const intakeTextQuestions = ["goals", "told", "daily", "summary"] as const;

/** What was answered instead of words: there is none, or they do not know. Not asked yet is neither. */
export const noneAnswers = ["none", "unknown"] as const;
export type NoneAnswer = (typeof noneAnswers)[number];

/** Whether what a record says is still so. */
export const stillAnswers = ["same", "changed", "gone"] as const;
export type StillAnswer = (typeof stillAnswers)[number];

export const pregnancyAnswers = ["no", "yes", "possible", "not-applicable", "unknown"] as const;
export type PregnancyAnswer = (typeof pregnancyAnswers)[number];

/** Of a type of record, by whoever asks. */
export const recordAnswers = ["have", "requested", "unavailable", "not-applicable"] as const;
export type RecordAnswer = (typeof recordAnswers)[number];
