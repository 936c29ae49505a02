import "./questions-of-case.css";
import { numberQuestions } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { TakeBackQuestion } from "./take-back-question.tsx";

/** Below the story and the referral on the desk: the questions as they were sent. Before that there are none. */
export function QuestionsOfCase() {
  const t = useTranslations("question");
  const { questions } = useCase().detail;
  if (questions.length === 0) return null;
  return (
    <section className="case-questions">
      <h2>{t("asked")}</h2>
      <ol>
        {numberQuestions(questions).map(({ question: { id, text }, number }) => (
          <li key={id} dir="auto">
            {number === null ? <s>{text}</s> : `${number}. ${text}`}
            {number === null && <small>{t("takenBack")}</small>}
            {number !== null && <TakeBackQuestion questionId={id} number={number} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
