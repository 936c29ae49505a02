import { useState } from "react";
import { useTranslations } from "use-intl";
import { ChoiceList } from "../../design/choice-list.tsx";
import { DateField } from "../date-field.tsx";
import type { Intake } from "../intake-api.ts";
import { useIntake } from "../intake-context.ts";
import { LineField } from "../line-field.tsx";
import { StepFrame } from "../step-frame.tsx";
import { useBounds } from "../use-bounds.ts";

const sexes = ["female", "male", "other", "unsaid"] as const;

/** Name, date of birth and sex, as the records have them. */
export function PersonStep() {
  const t = useTranslations("intake");
  const { asker, intake, say } = useIntake();
  const bounds = useBounds();
  const [isFaulty, setFaulty] = useState(false);
  const { patient } = intake;
  const change = (said: Partial<Intake["patient"]>, soon?: boolean) =>
    say({ person: { ...patient, ...said } }, soon);
  const isOpen = patient.name.trim() === "" || patient.born === null;
  return (
    <StepFrame
      step="person"
      title={t("title.person", { asker })}
      lede={t("lede.person")}
      offReason={isFaulty ? t("dateNeeds") : isOpen ? t("personNeeds") : undefined}
    >
      <div className="intake-fields">
        <LineField
          label={t("personName")}
          most={200}
          value={patient.name}
          autoComplete={asker === "patient" ? "name" : "off"}
          onChange={(name, soon) => change({ name }, soon)}
        />
        <DateField
          label={t("born")}
          value={patient.born}
          bounds={{ born: null, today: bounds.today, isWholeDay: true }}
          onChange={(born) => change({ born })}
          onFault={(fault) => setFaulty(fault !== undefined)}
        />
        <Sex value={patient.sex} onChoose={(sex) => change({ sex })} />
      </div>
    </StepFrame>
  );
}

interface SexProps {
  readonly value: string | null;
  readonly onChoose: (sex: string) => void;
}

function Sex({ value, onChoose }: SexProps) {
  const t = useTranslations("intake");
  return (
    <ChoiceList
      legend={t("sex")}
      options={sexes.map((sex) => ({ value: sex, label: t(`sexes.${sex}`) }))}
      value={sexes.find((sex) => sex === value) ?? null}
      onChoose={onChoose}
    />
  );
}
