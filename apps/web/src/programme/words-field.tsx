import { type ReactNode, type Ref, useId } from "react";
import { useTranslations } from "use-intl";
import { Glyph } from "../design/glyph.tsx";

export interface WordsFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** In characters. */
  readonly longest: number;
  /** What is wrong with the words, and how to mend it. */
  readonly error?: string | undefined;
  /** BCP 47, of the words. */
  readonly language: string;
  /** Below the words. */
  readonly tools?: ReactNode;
  readonly onChange: (words: string) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** From this part of the most on it is said how many characters there are. */
const near = 0.9;

/** Words of more than one line. */
export function WordsField({ label, hint, language, tools, onChange, ref, ...words }: WordsFieldProps) {
  const id = useId();
  const t = useTranslations("programme");
  const { length } = words.value.trim();
  const { longest } = words;
  const error = length > longest ? t("tooLong", { length, longest }) : words.error;
  const isNear = length > longest * near && length <= longest;
  return (
    <div className="programme-words">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <p id={`${id}-hint`}>{hint}</p>}
      <textarea
        ref={ref}
        id={id}
        rows={3}
        lang={language}
        dir="auto"
        value={words.value}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={`${id}-hint ${id}-said`}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <div className="programme-words-foot">
        <p id={`${id}-said`} aria-live="polite">
          {error !== undefined && (
            <span className="programme-fault">
              <Glyph name="must" /> {error}
            </span>
          )}
          {isNear && <span className="num">{t("count", { length, longest })}</span>}
        </p>
        {tools}
      </div>
    </div>
  );
}
