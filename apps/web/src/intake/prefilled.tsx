import { type IntakeStep, prefilledKey } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { useIntake } from "./intake-context.ts";
import { useAnswerEdits } from "./use-answers.ts";

/** "Is this still so?" of a step that the file of a referral filled in. */
export function Prefilled({ step }: { readonly step: IntakeStep }) {
  const t = useTranslations("intake");
  const { standing } = useIntake();
  const { set } = useAnswerEdits();
  if (!standing.answers.prefilled.has(step)) return null;
  return (
    <Banner
      tone="warn"
      title={t("prefilled")}
      action={<Button onClick={() => set(prefilledKey(step), null)}>{t("stillSo")}</Button>}
    >
      {t("prefilledHint")}
    </Banner>
  );
}
