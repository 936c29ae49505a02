import { hearings } from "@consilium/clinical";
import { sectionRoot } from "@consilium/workspace";
import { useTranslations } from "use-intl";
import { ChoiceList } from "../../design/choice-list.tsx";
import { StoryField } from "../../patient/story-section.tsx";
import { useIntake } from "../intake-context.ts";
import { StepFrame } from "../step-frame.tsx";

/** As soon as it is there, after a call, or with their own doctor. */
export function HearingStep() {
  const t = useTranslations("intake");
  const { asker, intake, words, say } = useIntake();
  return (
    <StepFrame step="hearing" title={t("title.hearing", { asker })} lede={t("lede.hearing")}>
      <div className="intake-part">
        <ChoiceList
          legend={t("title.hearing", { asker })}
          isLegendHidden
          options={hearings.map((value) => ({
            value,
            label: asker === "referrer" ? t(`hearingOfOther.${value}`) : t(`hearingChoice.${value}`),
          }))}
          value={intake.hearing ?? null}
          onChoose={(hearing) => say({ hearing })}
        />
      </div>
      {asker === "patient" && (
        <div className="intake-part">
          <p className="intake-label">{t("hearWords")}</p>
          <StoryField
            document={words}
            fragment={words.doc.getXmlFragment(sectionRoot("hear"))}
            label={t("hearWords")}
          />
        </div>
      )}
    </StepFrame>
  );
}
