import { numberQuestions } from "../number-questions.ts";
import { stateOf } from "./check.ts";
import { type Rule, textOf } from "./rule.ts";

/** Each question that was not withdrawn is answered, or says why it cannot be. */
export const questionWithoutAnswer: Rule = ({ items }, { questions }) => {
  const given = items.filter(({ kind }) => kind === "answer");
  return numberQuestions(questions).flatMap(({ question: { id }, number }) => {
    if (number === null) return [];
    const answer = given.find((item) => item.fields["question"] === id);
    const met = answer !== undefined && (textOf(answer, "text") !== "" || textOf(answer, "cannot") !== "");
    const target = answer ? { section: "answers", item: answer.id } : { section: "answers" };
    return [{ rule: "question-without-answer", level: "must", state: stateOf(met), target, number }];
  });
};
