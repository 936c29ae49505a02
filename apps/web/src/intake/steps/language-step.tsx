import { accessNeeds } from "@consilium/clinical";
import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { CheckList, ChoiceList } from "../../design/choice-list.tsx";
import type { Intake } from "../intake-api.ts";
import { useIntake } from "../intake-context.ts";
import { LineField } from "../line-field.tsx";
import { SelectField } from "../select-field.tsx";
import { spokenLanguages } from "../spoken-languages.ts";
import { StepFrame } from "../step-frame.tsx";

const choices = ["no", "yes"] as const;
const nothing = { interpreter: false, needs: [], note: "" };

/** Language, interpreter, and what makes it easier. */
export function LanguageStep() {
  const t = useTranslations("intake");
  const { asker, intake, say } = useIntake();
  const { help, language } = intake;
  const change = (said: Partial<Intake["help"]>, soon?: boolean) => {
    const { interpreter, needs, note } = { ...nothing, ...help, ...said };
    say({ help: { interpreter, needs: [...needs], note } }, soon);
  };
  return (
    <StepFrame step="language" title={t("title.language", { asker })} lede={t("lede.language")}>
      <div className="intake-fields">
        <Language value={language} onChoose={(chosen) => say({ language: chosen })} />
        <ChoiceList
          legend={t("interpreter")}
          options={choices.map((value) => ({ value, label: t(`interpreterChoice.${value}`) }))}
          value={help ? (help.interpreter ? "yes" : "no") : null}
          onChoose={(chosen) => change({ interpreter: chosen === "yes" })}
        />
        <CheckList
          legend={t("access")}
          options={accessNeeds.map((value) => ({ value, label: t(`need.${value}`) }))}
          values={help?.needs ?? []}
          onChange={(needs) => change({ needs: [...needs] })}
        />
        <LineField
          label={t("accessNote")}
          most={500}
          value={help?.note ?? ""}
          onChange={(note, soon) => change({ note }, soon)}
        />
      </div>
    </StepFrame>
  );
}

interface LanguageProps {
  readonly value: string;
  readonly onChoose: (language: string) => void;
}

function Language({ value, onChoose }: LanguageProps) {
  const t = useTranslations("intake");
  const locale = useLocale();
  const options = useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: "language" });
    const known = spokenLanguages.includes(value) ? spokenLanguages : [...spokenLanguages, value];
    return known
      .map((code) => ({ value: code, label: names.of(code) ?? code }))
      .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  }, [locale, value]);
  return <SelectField label={t("spoken")} empty="" options={options} value={value} onChoose={onChoose} />;
}
