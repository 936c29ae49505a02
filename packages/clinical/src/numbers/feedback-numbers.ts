import { fewestToSay } from "./spread.ts";

export const feedbackQuestions = ["understood", "decided", "recommended"] as const;
export type FeedbackQuestion = (typeof feedbackQuestions)[number];
export type FeedbackChoice = "yes" | "partly" | "no";

export interface FeedbackNumbers {
  readonly answers: number;
  readonly skipped: number;
  /** Null: of so few answers one could tell whose they are. */
  readonly questions:
    | readonly {
        readonly question: FeedbackQuestion;
        readonly said: Readonly<Record<FeedbackChoice, number>>;
      }[]
    | null;
}

/** `said` null: they did not want to say anything. */
export function feedbackNumbers(
  given: readonly { readonly said: Readonly<Record<FeedbackQuestion, string>> | null }[],
): FeedbackNumbers {
  const answers = given.flatMap(({ said }) => said ?? []);
  const count = (question: FeedbackQuestion, choice: FeedbackChoice) =>
    answers.filter((answer) => answer[question] === choice).length;
  const questions = feedbackQuestions.map((question) => ({
    question,
    said: {
      yes: count(question, "yes"),
      partly: count(question, "partly"),
      no: count(question, "no"),
    },
  }));
  return {
    answers: answers.length,
    skipped: given.length - answers.length,
    questions: answers.length < fewestToSay ? null : questions,
  };
}
