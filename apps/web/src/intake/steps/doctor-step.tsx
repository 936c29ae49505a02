import { useTranslations } from "use-intl";
import { ChoiceList } from "../../design/choice-list.tsx";
import type { Intake } from "../intake-api.ts";
import { useIntake } from "../intake-context.ts";
import { LineField } from "../line-field.tsx";
import { StepFrame } from "../step-frame.tsx";

type Treating = NonNullable<Intake["treating"]>;

const choices = ["yes", "no"] as const;
const nobody = { has: false, name: "", workplace: "", contact: "" };

/** The doctor who treats now. */
export function DoctorStep() {
  const t = useTranslations("intake");
  const { intake, say } = useIntake();
  const { treating } = intake;
  const change = (said: Partial<Treating>, soon?: boolean) =>
    say({ treating: { ...nobody, ...treating, ...said } }, soon);
  return (
    <StepFrame step="doctor" title={t("title.doctor")} lede={t("lede.doctor")}>
      <div className="intake-fields">
        <ChoiceList
          legend={t("hasDoctor")}
          options={choices.map((value) => ({ value, label: t(`hasDoctorChoice.${value}`) }))}
          value={treating ? (treating.has ? "yes" : "no") : null}
          onChoose={(chosen) => change({ has: chosen === "yes" })}
        />
        {treating?.has && <DoctorLines treating={treating} change={change} />}
      </div>
    </StepFrame>
  );
}

interface DoctorLinesProps {
  readonly treating: Treating;
  readonly change: (said: Partial<Treating>, soon: boolean) => void;
}

function DoctorLines({ treating, change }: DoctorLinesProps) {
  const t = useTranslations("intake");
  const lines = [
    ["name", t("doctorName")],
    ["workplace", t("doctorPlace")],
    ["contact", t("doctorContact")],
  ] as const;
  return lines.map(([field, label]) => (
    <LineField
      key={field}
      label={label}
      most={200}
      value={treating[field]}
      onChange={(value, soon) => change({ [field]: value }, soon)}
    />
  ));
}
