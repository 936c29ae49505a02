import { emergencyNumber, intakeTexts, safetyStanding } from "@consilium/clinical";
import { IconPhoneCall } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { CheckList } from "../../design/choice-list.tsx";
import { useIntake } from "../intake-context.ts";
import { StepFrame } from "../step-frame.tsx";

const { safety: text } = intakeTexts;
const version = { id: text.id, version: text.version };
const none = "none";

/** The first gate: whoever needs help at once is told where to turn, and does not come further here. */
export function SafetyStep() {
  const t = useTranslations("intake");
  const { asker, intake, say } = useIntake();
  const { safety: own } = useCase().detail.organisation;
  const { safety } = intake;
  const standing = safetyStanding(safety ? { safety } : {});
  const ticked = standing === "open" ? [] : standing === "passed" ? [none] : (safety?.signs ?? []);
  const change = (values: readonly string[]) => {
    // "None of these" and a sign are never both so: the newer one counts. Nothing ticked any more is no answer again.
    const isNone = values.includes(none) && !ticked.includes(none);
    const signs = isNone ? [] : values.filter((value) => value !== none);
    say({ safety: isNone || signs.length > 0 ? { text: version, signs: [...signs] } : null });
  };
  const options = [
    ...text.signs.map(({ id, label }) => ({ value: id, label })),
    { value: none, label: text.none },
  ];
  const stopped = standing === "stopped";
  return (
    <StepFrame
      step="safety"
      title={t("title.safety", { asker })}
      lede={text.text}
      offReason={standing === "open" ? t("safetyNeeds") : undefined}
      {...(stopped && { foot: <CallNow /> })}
    >
      <div className="intake-part">
        {own && <p className="intake-own-safety">{own}</p>}
        <CheckList
          legend={t("title.safety", { asker })}
          isLegendHidden
          options={options}
          values={ticked}
          onChange={change}
        />
      </div>
    </StepFrame>
  );
}

function CallNow() {
  const t = useTranslations("intake");
  const { intake } = useIntake();
  const { emergency, safety: own } = useCase().detail.organisation;
  const number = emergencyNumber(intake.place?.country ?? null);
  const box = useRef<HTMLDivElement>(null);
  // It stands below the signs: whoever ticked one on a telephone would not see it.
  useEffect(() => {
    box.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <div className="intake-stop" role="alert" ref={box}>
      <h2>{text.stop.title}</h2>
      <p>{text.stop.text}</p>
      <a className="intake-call" href={`tel:${number}`}>
        <IconPhoneCall size="1.375rem" stroke={1.75} aria-hidden />
        {t("callNow", { number })}
      </a>
      {emergency && <p>{t("callProgramme", emergency)}</p>}
      {own && <p className="intake-own-safety">{own}</p>}
      <p>{text.stop.after}</p>
      <p>{t("goBack")}</p>
    </div>
  );
}
