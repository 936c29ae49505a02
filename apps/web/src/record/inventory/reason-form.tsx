import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { TextField } from "../../design/text-field.tsx";
import { NotKept } from "./not-kept.tsx";

export interface ReasonFormProps {
  /** Of the form, for a screen reader; left out: it has none. */
  readonly name?: string;
  readonly label: string;
  readonly hint: string;
  readonly action: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onBack: () => void;
  /** Nothing is kept without one. */
  readonly isNeeded?: boolean;
  /** Null: none was given. */
  readonly onSave: (because: string | null) => void;
}

/** Why something is not there, in a person's own words, or without. */
export function ReasonForm(props: ReasonFormProps) {
  const { name, label, hint, action, isNeeded = false, isPending, error, onBack, onSave } = props;
  const t = useTranslations("inventory");
  const [reason, setReason] = useState("");
  const save = (event: FormEvent) => {
    event.preventDefault();
    const because = reason.trim() || null;
    if (because !== null || !isNeeded) onSave(because);
  };
  return (
    <form className="ask-form" aria-label={name} onSubmit={save}>
      <TextField
        label={label}
        hint={hint}
        required={isNeeded}
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
