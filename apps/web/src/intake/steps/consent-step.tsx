import { intakeTexts } from "@consilium/clinical";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Refused } from "../../app/refused.ts";
import { useCase } from "../../case/case-context.ts";
import { Banner } from "../../design/banner.tsx";
import { Button } from "../../design/button.tsx";
import { CheckList } from "../../design/choice-list.tsx";
import { TextField } from "../../design/text-field.tsx";
import { agreeTo, intakeQuery, takeBackConsent } from "../intake-api.ts";
import { useIntake } from "../intake-context.ts";
import { StepFrame } from "../step-frame.tsx";

const { consent: text } = intakeTexts;

/** What is done with what is told, and that the patient agrees. */
export function ConsentStep() {
  const t = useTranslations("intake");
  const { asker, intake } = useIntake();
  return (
    <StepFrame
      step="consent"
      title={t("title.consent", { asker })}
      offReason={intake.consent ? undefined : t("consentNeeds")}
    >
      <ul className="intake-points">
        {text.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {intake.consent ? <Agreed at={intake.consent.at} /> : <Agree />}
    </StepFrame>
  );
}

function Agreed({ at }: { readonly at: string }) {
  const t = useTranslations("intake");
  const { caseId, seat } = useCase();
  const { mutate, isPending } = useConsent(() => takeBackConsent(caseId, seat));
  return (
    <div className="intake-part">
      <Banner
        tone="ok"
        title={t("agreedOn", { at: new Date(at) })}
        action={
          <Button look="quiet" disabled={isPending} onClick={() => mutate()}>
            {t("takeBack")}
          </Button>
        }
      />
    </div>
  );
}

function Agree() {
  const t = useTranslations("intake");
  const { caseId, seat } = useCase();
  const { asker } = useIntake();
  const [isRead, setRead] = useState(false);
  const [basis, setBasis] = useState("");
  const { id, version } = text;
  const given = { text: { id, version }, basis: basis.trim() === "" ? null : basis };
  const { mutate, error, isPending } = useConsent(() => agreeTo(caseId, seat, given));
  const offReason = isRead
    ? asker === "referrer" && given.basis === null
      ? t("basisNeeded")
      : undefined
    : t("agreeNeeds");
  return (
    <div className="intake-fields">
      <CheckList
        legend={t("title.consent", { asker })}
        isLegendHidden
        options={[{ value: "read", label: asker === "referrer" ? text.agreeOfOther : text.agree }]}
        values={isRead ? ["read"] : []}
        onChange={(values) => setRead(values.length > 0)}
      />
      {asker === "referrer" && <Basis value={basis} onChange={setBasis} />}
      {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("notReached")} />}
      <Button size="wide" offReason={offReason} disabled={isPending} onClick={() => mutate()}>
        {t("agree")}
      </Button>
    </div>
  );
}

function Basis({ value, onChange }: { readonly value: string; readonly onChange: (basis: string) => void }) {
  const t = useTranslations("intake");
  return (
    <TextField
      isLarge
      label={t("basis")}
      hint={t("basisHint")}
      maxLength={500}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function useConsent(act: () => Promise<unknown>) {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: intakeQuery(caseId, seat).queryKey }),
  });
}
