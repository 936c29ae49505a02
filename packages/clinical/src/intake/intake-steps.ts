import type { Role } from "../identity/seat.ts";
import { type IntakeAnswers, isSaid } from "./intake-content.ts";
import type { IntakeDetails } from "./intake-details.ts";
import type { IntakeList } from "./intake-lists.ts";
import { intakeTexts, isInForce } from "./intake-texts.ts";
import { placeStanding } from "./jurisdiction.ts";

/** Every step of the intake, gates first; one question each. */
export const intakeSteps = [
  "safety",
  "place",
  "consent",
  "person",
  "doctor",
  "language",
  "decision",
  "questions",
  "goals",
  "summary",
  "told",
  "timeline",
  "treatments",
  "problems",
  "procedures",
  "medicines",
  "allergies",
  "family",
  "body",
  "daily",
  "records",
  "hearing",
  "send",
] as const;
export type IntakeStep = (typeof intakeSteps)[number];

export const isIntakeStep = (name: string): name is IntakeStep => intakeSteps.some((step) => step === name);

const notOfReferrer: ReadonlySet<IntakeStep> = new Set(["doctor", "goals", "daily"]);

/** A patient speaks of themselves; a referring clinician, who is the doctor, sums up instead. */
export const stepsFor = (role: Role): readonly IntakeStep[] =>
  intakeSteps.filter((step) => (role === "referrer" ? !notOfReferrer.has(step) : step !== "summary"));

/** Minutes, as a person takes them who has the papers at hand. */
const minutes: Partial<Record<IntakeStep, number>> = {
  questions: 3,
  goals: 3,
  summary: 5,
  told: 3,
  timeline: 4,
  treatments: 4,
  medicines: 3,
  records: 3,
  daily: 2,
  decision: 2,
  place: 1,
  safety: 1,
  hearing: 1,
};
export const minutesOf = (step: IntakeStep): number => minutes[step] ?? 2;

/** Lists that a step asks for. */
export const listsOf: Partial<Record<IntakeStep, readonly IntakeList[]>> = {
  timeline: ["events"],
  treatments: ["treatments"],
  problems: ["problems"],
  procedures: ["procedures"],
  medicines: ["medicines", "supplements"],
  allergies: ["allergies"],
  family: ["family"],
  body: ["implants"],
};

/** All that says which steps are answered. Texts are the words of their sections. */
export interface IntakeStanding {
  readonly role: Role;
  readonly details: IntakeDetails;
  readonly patient: { readonly name: string; readonly born: string | null };
  readonly clinicalIn: readonly string[];
  readonly hasConsent: boolean;
  readonly answers: IntakeAnswers;
  readonly texts: Readonly<Record<"decision" | "goals" | "told" | "daily" | "summary", string>>;
  /** Questions with words. */
  readonly questions: number;
  /** Items of the inventory that are asked for. */
  readonly items: readonly string[];
  /** Entries of records that nobody has said of whether they are still so. */
  readonly unconfirmed: Partial<Record<IntakeList, number>>;
}

/** Without these no case is submitted; everything else may stay open and is named. */
export const neededSteps: readonly IntakeStep[] = ["safety", "place", "consent", "person", "questions"];

/** The steps that are not answered yet, or only by a file, in their order; `send` is never among them. */
export const openSteps = (standing: IntakeStanding): readonly IntakeStep[] =>
  stepsFor(standing.role).filter((step) => !answered[step](standing) || standing.answers.prefilled.has(step));

/** How the gate of safety stands: a sign that is ticked ends the way. */
export function safetyStanding({ safety }: IntakeDetails): "open" | "stopped" | "passed" {
  if (!safety || !isInForce(safety.text, intakeTexts.safety)) return "open";
  return safety.signs.length > 0 ? "stopped" : "passed";
}

type Answered = (standing: IntakeStanding) => boolean;

const isTold =
  (question: "goals" | "told" | "daily" | "summary"): Answered =>
  ({ texts, answers }) =>
    texts[question].trim() !== "" || answers.none.has(question);

/** Of a list the same is asked: something, or that there is none, and of each entry of the records whether it is so. */
const areListsAnswered =
  (step: IntakeStep): Answered =>
  (standing) =>
    (listsOf[step] ?? []).every((list) => isListAnswered(list, standing));

const answered: Readonly<Record<IntakeStep, Answered>> = {
  safety: ({ details }) => safetyStanding(details) === "passed",
  place: (standing) => isPlaceOpen(standing),
  consent: ({ hasConsent }) => hasConsent,
  person: ({ patient }) => patient.name.trim() !== "" && patient.born !== null,
  doctor: ({ details }) => details.treating !== undefined,
  language: ({ details }) => details.help !== undefined,
  decision: ({ texts, details }) => texts.decision.trim() !== "" && details.decide !== undefined,
  questions: ({ questions }) => questions > 0,
  goals: isTold("goals"),
  summary: isTold("summary"),
  told: isTold("told"),
  timeline: areListsAnswered("timeline"),
  treatments: areListsAnswered("treatments"),
  problems: areListsAnswered("problems"),
  procedures: areListsAnswered("procedures"),
  medicines: areListsAnswered("medicines"),
  allergies: areListsAnswered("allergies"),
  family: areListsAnswered("family"),
  body: (standing) => areListsAnswered("body")(standing) && standing.answers.pregnancy !== null,
  daily: isTold("daily"),
  records: ({ items, answers }) => items.every((item) => answers.records.has(item)),
  hearing: ({ details }) => details.hearing !== undefined,
  send: () => true,
};

function isPlaceOpen({ details, clinicalIn, role }: IntakeStanding): boolean {
  const standing = placeStanding(details.place, clinicalIn, role);
  return standing === "clinical" || standing === "educational";
}

const isListAnswered = (list: IntakeList, { answers, unconfirmed }: IntakeStanding): boolean =>
  (unconfirmed[list] ?? 0) === 0 && (answers.entries[list].some(isSaid) || answers.none.has(list));
