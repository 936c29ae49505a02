import { useTranslations } from "use-intl";
import { StoryQuestions } from "../../patient/story-questions.tsx";
import { useIntake } from "../intake-context.ts";
import { StepFrame } from "../step-frame.tsx";

/** One to five, in their rank. */
export function QuestionsStep() {
  const t = useTranslations("intake");
  const { asker, words } = useIntake();
  return (
    <StepFrame step="questions" title={t("title.questions", { asker })}>
      <StoryQuestions story={words} />
    </StepFrame>
  );
}
