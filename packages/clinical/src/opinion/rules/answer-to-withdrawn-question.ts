import { type Rule, textOf } from "./rule.ts";

/** No fault: the answer stays, and whoever signs knows that nobody asks any more. */
export const answerToWithdrawnQuestion: Rule = ({ items }, { questions }) =>
  questions
    .filter(({ withdrawn }) => withdrawn)
    .flatMap(({ id, text }) => {
      const answer = items.find(
        (item) => item.kind === "answer" && item.fields["question"] === id && textOf(item, "text") !== "",
      );
      if (!answer) return [];
      const target = { section: "answers", item: answer.id };
      return [{ rule: "answer-to-withdrawn-question", level: "look", state: "said", target, name: text }];
    });
