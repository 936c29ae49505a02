import { intakeTexts } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { ContentForm } from "./content-form.tsx";
import { useSaveSafety } from "./programme-api.ts";
import { longestNote, plainLines } from "./safety-fields.ts";
import { Theirs } from "./theirs.tsx";
import type { Unsaved } from "./use-unsaved.ts";
import type { Written } from "./version-fact.tsx";
import { WordsField } from "./words-field.tsx";

export interface SafetyFormProps {
  readonly form: Unsaved<"text">;
  /** What stands on the server; undefined: nothing. */
  readonly now: Written | undefined;
  readonly onSaved: () => void;
}

const { language } = intakeTexts.safety;

/** The words that the programme adds. */
export function SafetyForm({ form, now, onSaved }: SafetyFormProps) {
  const t = useTranslations("programme.emergencies");
  const { mutate, isPending, error } = useSaveSafety(onSaved);
  const text = form.fields.text.trim();
  const offReason = text === "" ? t("missing") : text.length > longestNote ? t("tooLong") : undefined;
  return (
    <ContentForm
      form={form}
      now={now}
      offReason={offReason}
      isPending={isPending}
      error={error}
      onSave={() => mutate({ text, from: form.kept.version })}
      onDrop={form.drop}
    >
      <WordsField
        label={t("text")}
        hint={t("hint")}
        value={form.fields.text}
        longest={longestNote}
        language={language}
        onChange={(words) => form.change({ text: plainLines(words) })}
      />
      {form.clashes.includes("text") && (
        <Theirs
          label={t("text")}
          by={now?.by}
          words={form.kept.fields.text}
          language={language}
          onTake={() => form.takeTheirs("text")}
        />
      )}
    </ContentForm>
  );
}
