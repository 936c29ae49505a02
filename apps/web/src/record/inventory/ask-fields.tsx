import { useTranslations } from "use-intl";
import { Segmented } from "../../design/segmented.tsx";
import { TextField } from "../../design/text-field.tsx";
import { AskWhom } from "./ask-whom.tsx";
import { type Span, spans } from "./due-in.ts";

/** A request as it is being written. */
export interface AskDraft {
  readonly what: string;
  /** A seat; null: nobody of the case. */
  readonly of: string | null;
  readonly from: string;
  readonly address: string;
  readonly message: string;
  readonly why: string;
  readonly span: Span;
  readonly isRequired: boolean;
}

export interface AskFieldsProps {
  readonly draft: AskDraft;
  readonly due: Date;
  /** It has a name already. */
  readonly isNamed: boolean;
  readonly onChange: (changed: Partial<AskDraft>) => void;
}

export function AskFields({ draft, due, isNamed, onChange }: AskFieldsProps) {
  const t = useTranslations("inventory");
  return (
    <>
      {!isNamed && (
        <TextField
          label={t("what")}
          hint={t("whatHint")}
          required
          maxLength={500}
          value={draft.what}
          onChange={({ currentTarget }) => onChange({ what: currentTarget.value })}
        />
      )}
      <AskWhom whom={draft} onChange={onChange} />
      <DueField span={draft.span} due={due} onChange={onChange} />
      <Words draft={draft} onChange={onChange} />
      <label className="ask-required">
        <input
          type="checkbox"
          checked={draft.isRequired}
          onChange={({ currentTarget }) => onChange({ isRequired: currentTarget.checked })}
        />
        {t("isRequired")}
      </label>
    </>
  );
}

type DueFieldProps = Pick<AskFieldsProps, "due" | "onChange"> & Pick<AskDraft, "span">;

function DueField({ span, due, onChange }: DueFieldProps) {
  const t = useTranslations("inventory");
  return (
    <fieldset className="ask-due">
      <legend>{t("by")}</legend>
      <Segmented
        label={t("by")}
        options={spans.map((days) => ({ value: days, label: t("days", { days: Number(days) }) }))}
        value={span}
        onChange={(chosen) => onChange({ span: chosen })}
      />
      <p>{t("dueOn", { due })}</p>
    </fieldset>
  );
}

function Words({ draft, onChange }: Pick<AskFieldsProps, "draft" | "onChange">) {
  const t = useTranslations("inventory");
  return (
    <>
      <TextField
        label={t("message")}
        hint={t("messageHint")}
        maxLength={2000}
        value={draft.message}
        onChange={({ currentTarget }) => onChange({ message: currentTarget.value })}
      />
      <TextField
        label={t("why")}
        hint={t("whyHint")}
        maxLength={2000}
        value={draft.why}
        onChange={({ currentTarget }) => onChange({ why: currentTarget.value })}
      />
    </>
  );
}
