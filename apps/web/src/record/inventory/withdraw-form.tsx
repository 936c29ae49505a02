import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useWithdrawing } from "./inventory-changes.ts";
import { NotKept } from "./not-kept.tsx";
import type { Request } from "./use-inventory.ts";

interface WithdrawFormProps {
  readonly request: Request;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Never without a reason: whoever was asked began to look for it. */
export function WithdrawForm({ request, onBack, onDone }: WithdrawFormProps) {
  const t = useTranslations("inventory");
  const [because, setBecause] = useState("");
  const { mutate, isPending, error } = useWithdrawing(request.id, onDone);
  const withdraw = (event: FormEvent) => {
    event.preventDefault();
    if (because.trim() !== "") mutate(because.trim());
  };
  return (
    <form className="ask-form" aria-label={t("withdrawTitle")} onSubmit={withdraw}>
      <TextField
        label={t("withdrawReason")}
        hint={t("withdrawHint")}
        required
        maxLength={2000}
        value={because}
        onChange={({ currentTarget }) => setBecause(currentTarget.value)}
      />
      <NotKept error={error} />
      <div className="ask-ways">
        <Button look="filled" type="submit" disabled={isPending}>
          {t("withdrawSave")}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t("back")}
        </Button>
      </div>
    </form>
  );
}
