import { useTranslations } from "use-intl";
import { useWithdrawing } from "./inventory-changes.ts";
import { ReasonForm } from "./reason-form.tsx";
import type { Request } from "./use-inventory.ts";

interface WithdrawFormProps {
  readonly request: Request;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Never without a reason: whoever was asked began to look for it. */
export function WithdrawForm({ request, onBack, onDone }: WithdrawFormProps) {
  const t = useTranslations("inventory");
  const { mutate, isPending, error } = useWithdrawing(request.id, onDone);
  return (
    <ReasonForm
      name={t("withdrawTitle")}
      label={t("withdrawReason")}
      hint={t("withdrawHint")}
      action={t("withdrawSave")}
      isNeeded
      isPending={isPending}
      error={error}
      onBack={onBack}
      onSave={(because) => because !== null && mutate(because)}
    />
  );
}
