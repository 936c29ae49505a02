import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { TextField } from "../../design/text-field.tsx";
import { NotKept } from "./not-kept.tsx";

export interface ReasonFormProps {
  readonly label: string;
  readonly hint: string;
  readonly action: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onBack: () => void;
  /** Null: none was given. */
  readonly onSave: (because: string | null) => void;
}

/** Why something is not there, in a person's own words, or without. */
export function ReasonForm({ label, hint, action, isPending, error, onBack, onSave }: ReasonFormProps) {
  const t = useTranslations("inventory");
  const [reason, setReason] = useState("");
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave(reason.trim() === "" ? null : reason.trim());
  };
  return (
    <form className="ask-form" onSubmit={save}>
      <TextField
        label={label}
        hint={hint}
        maxLength={2000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <NotKept error={error} />
      <div className="ask-ways">
        <Button look="filled" type="submit" disabled={isPending}>
          {action}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t("back")}
        </Button>
      </div>
    </form>
  );
}
