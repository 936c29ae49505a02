import { numberQuestions } from "@consilium/clinical";
import type { Items, PrintedItem } from "./items/read-items.ts";
import type { QuestionInput } from "./report-input.ts";
import type { ReportQuestion } from "./report.ts";
import type { Block } from "./text.ts";

/** As they were asked first; those that were withdrawn come last, with what was answered before. */
export function answersOf(questions: readonly QuestionInput[], items: Items): readonly ReportQuestion[] {
  const answers = items("answer");
  const asked = questions.map((question) => ({ ...question, withdrawn: question.withdrawnAt !== null }));
  return numberQuestions(asked).map(({ question, number }) => ({
    id: question.id,
    number,
    version: question.version,
    text: question.text,
    askedBy: question.askedBy,
    withdrawnAt: question.withdrawnAt,
    answer: answerOf(answers.filter((item) => item.line("question") === question.id)),
  }));
}

/** Two who answered one question while apart both said something. */
function answerOf(answers: readonly PrintedItem[]): ReportQuestion["answer"] {
  const text = answers.flatMap((answer) => answer.rich("text"));
  const cannot = answers.flatMap((answer) => answer.rich("cannot"));
  return text.length > 0 || cannot.length > 0 ? { text, cannot } : null;
}

/** Answers to nothing that was asked: their words stand below the section. */
export function strayAnswers(questions: readonly QuestionInput[], items: Items): readonly Block[] {
  const asked = new Set(questions.map(({ id }) => id));
  return items("answer")
    .filter((item) => !asked.has(item.line("question")))
    .flatMap((item) => [...item.rich("text"), ...item.rich("cannot")]);
}
