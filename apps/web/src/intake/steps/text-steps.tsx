import { sectionRoot, type Section } from "@consilium/workspace";
import { useTranslations } from "use-intl";
import type { OpenState } from "../../case/document-state.ts";
import { CheckList } from "../../design/choice-list.tsx";
import { SkeletonAfter } from "../../design/skeleton-after.tsx";
import { StoryField } from "../../patient/story-section.tsx";
import { useIntake } from "../intake-context.ts";
import { StepFrame } from "../step-frame.tsx";
import { useAnswerEdits } from "../use-answers.ts";

interface TextStepProps {
  readonly step: "goals" | "told" | "daily" | "summary";
  readonly document: OpenState | undefined;
  readonly section: Section;
}

/** A question that is answered in running words, or with nothing to say. */
function TextStep({ step, document, section }: TextStepProps) {
  const t = useTranslations("intake");
  const { asker, standing } = useIntake();
  const { setNone } = useAnswerEdits();
  const title = t(`title.${step}`, { asker });
  const hasWords = standing.texts[step].trim() !== "";
  const isNone = standing.answers.none.has(step);
  return (
    <StepFrame step={step} title={title} lede={t(`lede.${step}`)}>
      {document ? (
        <StoryField
          document={document}
          fragment={document.doc.getXmlFragment(sectionRoot(section))}
          label={title}
        />
      ) : (
        <SkeletonAfter />
      )}
      {(!hasWords || isNone) && (
        <div className="intake-part">
          <CheckList
            legend={title}
            isLegendHidden
            options={[{ value: "none", label: t(`noneText.${step}`) }]}
            values={isNone ? ["none"] : []}
            onChange={(values) => setNone(step, values.length > 0 ? "none" : null)}
          />
        </div>
      )}
    </StepFrame>
  );
}

export const GoalsStep = () => <TextStep step="goals" document={useIntake().words} section="goals" />;
export const DailyStep = () => <TextStep step="daily" document={useIntake().words} section="daily" />;
export const SummaryStep = () => <TextStep step="summary" document={useIntake().words} section="summary" />;

export function ToldStep() {
  const { asker, prior } = useIntake();
  return <TextStep step="told" document={prior} section={asker === "referrer" ? "plan" : "told"} />;
}
