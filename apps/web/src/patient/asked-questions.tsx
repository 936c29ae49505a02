import { numberQuestions } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { TakeBackQuestion } from "../question/take-back-question.tsx";

/** The questions as they were sent, numbered as the doctors read them. One that was taken back stays visible as such, without a number. */
export function AskedQuestions() {
  const t = useTranslations("patient");
  const { questions } = useCase().detail;
  if (questions.length === 0) return null;
  return (
    <section className="story-section" id="story-questions">
      <h2>{t("questionsTitle")}</h2>
      <ol className="asked-questions">
        {numberQuestions(questions).map(({ question: { id, text }, number }) => (
          <li key={id} value={number ?? undefined} data-number={number}>
            {number === null ? <s>{text}</s> : text}
            {number === null && <small>{t("withdrawnQuestion")}</small>}
            {number !== null && <TakeBackQuestion questionId={id} number={number} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
