import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";

/** The questions as they were sent. One that was taken back stays visible as such. */
export function AskedQuestions() {
  const t = useTranslations("patient");
  const { questions } = useCase().detail;
  if (questions.length === 0) return null;
  return (
    <section className="story-section" id="story-questions">
      <h2>{t("questionsTitle")}</h2>
      <ol className="asked-questions">
        {questions.map(({ id, text, withdrawn }) => (
          <li key={id}>
            {withdrawn ? <s>{text}</s> : text}
            {withdrawn && <small>{t("withdrawnQuestion")}</small>}
          </li>
        ))}
      </ol>
    </section>
  );
}
