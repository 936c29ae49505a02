import { type DecisionTime, decisionTimes, flagFor } from "@consilium/clinical";
import { sectionRoot } from "@consilium/workspace";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { Banner } from "../../design/banner.tsx";
import { ChoiceList } from "../../design/choice-list.tsx";
import { StoryField } from "../../patient/story-section.tsx";
import { DateField } from "../date-field.tsx";
import { useIntake } from "../intake-context.ts";
import { StepFrame } from "../step-frame.tsx";
import { useBounds } from "../use-bounds.ts";

/** What is to be decided, and by when. What cannot wait is said beside. */
export function DecisionStep() {
  const t = useTranslations("intake");
  const { asker, words } = useIntake();
  const [isFaulty, setFaulty] = useState(false);
  const section = asker === "referrer" ? "ask" : "decision";
  return (
    <StepFrame
      step="decision"
      title={t("title.decision", { asker })}
      lede={t("lede.decision")}
      offReason={isFaulty ? t("dateNeeds") : undefined}
    >
      <div className="intake-part">
        <p className="intake-label">{t("decisionLabel")}</p>
        <p>{t("decisionHint")}</p>
        <StoryField
          document={words}
          fragment={words.doc.getXmlFragment(sectionRoot(section))}
          label={t("decisionLabel")}
        />
      </div>
      <When onFault={setFaulty} />
      <CannotWait />
    </StepFrame>
  );
}

function When({ onFault }: { readonly onFault: (isFaulty: boolean) => void }) {
  const t = useTranslations("intake");
  const { asker, intake, say } = useIntake();
  const bounds = useBounds();
  const choose = (when: DecisionTime) => {
    onFault(false);
    say({ decide: { when, day: when === "date" ? intake.decideBy : null } });
  };
  return (
    <div className="intake-fields">
      <ChoiceList
        legend={t("when", { asker })}
        options={decisionTimes.map((value) => ({ value, label: t(`whens.${value}`) }))}
        value={intake.decide ?? null}
        onChoose={choose}
      />
      {intake.decide === "date" && (
        <DateField
          label={t("whenDate")}
          value={intake.decideBy}
          bounds={{ ...bounds, ahead: "only", isWholeDay: true }}
          onChange={(day) => say({ decide: { when: "date", day } })}
          onFault={(fault) => onFault(fault !== undefined)}
        />
      )}
    </div>
  );
}

function CannotWait() {
  const { sign, action } = flagFor(useCase().detail.specialty);
  return (
    <div className="intake-flag">
      <Banner tone="warn" title={sign}>
        {action}
      </Banner>
    </div>
  );
}
